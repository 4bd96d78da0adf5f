using CsCheck;
using Shared.Chinese;

namespace Shared.Tests.Chinese;

public class SearchTests
{
    static readonly PersonTexts Gang = new(["王刚"], ["154-0000-1234"], ["A017"]);
    static readonly string[] Foundry = ["齐齐哈尔重型铸造有限责任公司", "重型铸造", "ZXD", "第01厂"];

    [Theory]
    [InlineData("王")]
    [InlineData("刚")]
    [InlineData("王刚")]
    [InlineData("王 刚")]
    [InlineData("wg")]
    [InlineData("WG")]
    [InlineData("ｗｇ")]
    [InlineData("w")]
    [InlineData("wang")]
    [InlineData("wang g")]
    [InlineData("Wang Gang")]
    [InlineData("wanggang")]
    [InlineData("wgang")]
    [InlineData("gang")]
    [InlineData("王g")]
    [InlineData("王gang")]
    [InlineData("1234")]
    [InlineData("１２３４")]
    [InlineData("0001234")]
    [InlineData("15400001234")]
    [InlineData("+86 154-0000-1234")]
    [InlineData("154 0000 1234")]
    [InlineData("A017")]
    [InlineData("a-017")]
    [InlineData("17")]
    [InlineData("zxd")]
    [InlineData("zxzz")]
    [InlineData("zhongxingzhuzao")]
    [InlineData("重型")]
    [InlineData("重型铸造")]
    [InlineData("哈尔重型铸造有限")]
    [InlineData("第01厂")]
    [InlineData("王刚 重型")]
    [InlineData("wang zxd")]
    [InlineData("wg,zx")]
    public void Wang_Gang_of_the_foundry_is_found(string typed) => Assert.True(Found(typed, Gang, Foundry));

    [Theory]
    [InlineData("")]
    [InlineData(" · ")]
    [InlineData("刚王")]
    [InlineData("gw")]
    [InlineData("wangx")]
    [InlineData("王x")]
    [InlineData("王gong")]
    [InlineData("123")]
    [InlineData("0234")]
    [InlineData("15500001234")]
    [InlineData("A18")]
    [InlineData("型")]
    [InlineData("铸造重型")]
    [InlineData("哈尔重型有限责任公司")]
    [InlineData("王刚 钢铁")]
    [InlineData("wang qt")]
    public void Wang_Gang_of_the_foundry_is_not_found(string typed) => Assert.False(Found(typed, Gang, Foundry));

    [Theory]
    [InlineData("单刚", "sg")]
    [InlineData("单刚", "dangang")]
    [InlineData("单刚", "shan g")]
    [InlineData("尉迟敬", "ycj")]
    [InlineData("尉迟敬", "weichi")]
    [InlineData("单于飞", "shany")]
    [InlineData("单于飞", "chanyu")]
    [InlineData("王乐行", "wangyue")]
    [InlineData("王乐行", "wlh")]
    [InlineData("吕刚", "lv")]
    [InlineData("吕刚", "lü g")]
    [InlineData("吕刚", "lyugang")]
    [InlineData("王小刚", "wxg")]
    [InlineData("王小刚", "wangxg")]
    [InlineData("王小刚", "xiaogang")]
    [InlineData("王小刚", "王小g")]
    [InlineData("王小刚", "王xiaog")]
    [InlineData("欧阳修", "欧yang")]
    [InlineData("欧阳修", "欧阳x")]
    [InlineData("王䶮", "wy")]
    [InlineData("𠮷田", "𠮷")]
    [InlineData("𠮷田", "jt")]
    [InlineData("John Smith", "smith")]
    [InlineData("José García", "jose g")]
    [InlineData("阿依古丽·买买提", "买买提")]
    [InlineData("阿依古丽·买买提", "阿依古丽买买提")]
    [InlineData("阿依古丽·买买提", "aygl")]
    [InlineData("阿依古丽·买买提", "maimaiti")]
    [InlineData("司马相如如如", "simaxiangrururu")]
    public void A_name_is_found(string name, string typed) => Assert.True(Found(typed, new([name], [], []), []));

    [Fact]
    public void Pieces_of_two_texts_do_not_make_a_hit() => Assert.False(Found("重型铸造集", Gang, ["重型铸造厂", "型铸造集团"]));

    [Fact]
    public void What_one_types_letter_by_letter_is_found_all_the_way() => Gen.Select(ChineseGen.Name, Gen.Bool).Sample((name, plain) =>
    {
        var read = Pinyin.OfName(name);
        foreach (var whole in plain ? new[] { read.PlainFull, read.PlainInitials } : [read.Full, read.Initials])
            for (var length = 1; length <= whole.Length; length++) Assert.True(Found(whole[..length], new([name], [], []), []), whole[..length]);
    });

    [Fact]
    public void Grams_let_through_all_that_fits_and_more_only_where_they_say_so() => Gen.Select(ChineseGen.Name, Typed).Sample((name, typed) =>
    {
        var person = new PersonTexts([name], ["15400001234"], ["A017"]);
        var (one, unit) = (SearchGrams.OfPerson(person), SearchGrams.OfUnit(["甲大"]));
        foreach (var word in SearchQuery.Parse(typed).Ways.SelectMany(way => way))
        {
            var hit = one.IsSupersetOf(word.Grams) || unit.IsSupersetOf(word.Grams);
            if (word.Fits(person, ["甲大"])) Assert.True(hit, $"{name} {typed}");
            else Assert.True(!hit || word.NeedsCheck, $"{name} {typed}");
        }
    }, iter: 20_000);

    [Fact]
    public void A_query_is_bounded_whatever_is_typed() => Gen.OneOf(Gen.String, Typed).Sample(typed =>
    {
        var query = SearchQuery.Parse(typed);
        Assert.InRange(query.Ways.Count, 0, 4);
        Assert.All(query.Ways, way => Assert.InRange(way.Count, 1, 4));
        Assert.All(query.Ways.SelectMany(way => way), word => Assert.InRange(word.Grams.Count, 1, 4));
    });

    [Fact]
    public void A_person_has_few_grams_and_none_too_long_for_its_column()
    {
        Assert.InRange(SearchGrams.OfPerson(Gang).Count, 20, 30);
        Assert.InRange(SearchGrams.OfPerson(new(["王小刚"], ["15400001234"], ["A017"])).Count, 30, 60);
        Gen.String.Sample(text => Assert.All(SearchGrams.OfPerson(new([text], [text], [text])), gram => Assert.InRange(gram.Length, 1, SearchGrams.MaxLength)));
    }

    [Fact]
    public void Only_the_last_four_digits_of_a_phone_are_kept() =>
        Assert.DoesNotContain(SearchGrams.OfPerson(Gang), gram => gram != "1234" && gram.Length > 3 && gram.All(char.IsAsciiDigit));

    static readonly Gen<string> Typed = Gen.OneOf("王", "欧阳", "大", "利富", "甲大", "w", "wang", "dali", "tdl", "o", "ouyangxing", "1234", "17", "a017", " ", "一刚小大", "阳")
        .Array[1, 4].Select(string.Concat);

    // As the caller does it: look the grams up for the person or the unit, check where a word says so.
    static bool Found(string typed, PersonTexts person, string[] unit)
    {
        var (one, other) = (SearchGrams.OfPerson(person), SearchGrams.OfUnit(unit));
        return SearchQuery.Parse(typed).Ways.Any(way => way.All(word =>
            (one.IsSupersetOf(word.Grams) || other.IsSupersetOf(word.Grams)) && (!word.NeedsCheck || word.Fits(person, unit))));
    }
}
