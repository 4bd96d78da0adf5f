using System.Text;
using CsCheck;
using Shared.Chinese;

namespace Shared.Tests.Chinese;

public class StrokeOrderTests
{
    static readonly IComparer<string> Order = StrokeOrder.Comparer();

    [Fact]
    public void Surnames_of_seven_strokes_stand_in_their_official_order()
    {
        var official = "苏杜李杨吴邱何余邹汪沈宋张陆陈邵".Select(c => c.ToString()).ToArray();
        Assert.Equal(official, official.Reverse().Order(Order));
    }

    [Fact]
    public void Fewer_strokes_come_first() => Assert.Equal(["丁一", "王刚", "田富", "龚丽"], new[] { "龚丽", "田富", "丁一", "王刚" }.Order(Order));

    [Fact]
    public void Single_given_names_come_first_or_among_the_others()
    {
        string[] names = ["田大利", "田富"];
        Assert.Equal(["田富", "田大利"], names.Order(StrokeOrder.Comparer(SingleNames.First)));
        Assert.Equal(["田大利", "田富"], names.Order(StrokeOrder.Comparer(SingleNames.AmongOthers)));
    }

    [Fact]
    public void A_compound_surname_goes_by_its_first_character() =>
        Assert.Equal(["司马光", "林一", "欧阳修", "诸葛亮"], new[] { "诸葛亮", "欧阳修", "林一", "司马光" }.Order(Order));

    [Fact]
    public void A_single_given_name_after_a_compound_surname_comes_before_two() =>
        Assert.Equal(["欧阳鑫", "欧阳一一"], new[] { "欧阳一一", "欧阳鑫" }.Order(Order));

    [Fact]
    public void A_character_without_known_strokes_is_last_and_flagged()
    {
        Assert.Equal(["龘刚", "\U000323AF刚"], new[] { "\U000323AF刚", "龘刚" }.Order(Order));
        Assert.False(StrokeOrder.Knows("\U000323AF刚"));
        Assert.False(StrokeOrder.Knows("John"));
        Assert.True(StrokeOrder.Knows("𠮷䶮"));
        Assert.True(StrokeOrder.Knows("阿依·买提"));
    }

    [Theory]
    [InlineData('心', "4544")]
    [InlineData('子', "521")]
    [InlineData('家', "4451353334")]
    [InlineData('地', "121525")]
    [InlineData('䶮', "135341134")]
    [InlineData('張', "51512111534")]
    public void Strokes_have_their_classes(char character, string classes) => Assert.Equal(classes, StrokeOrder.ClassesOf(new Rune(character)));

    [Fact]
    public void The_order_is_total_and_the_key_says_the_same_as_strokes_compared_one_by_one() =>
        Gen.Select(ChineseGen.Name, ChineseGen.Name, ChineseGen.Name, Gen.OneOf(SingleNames.First, SingleNames.AmongOthers)).Sample((a, b, c, rule) =>
        {
            var order = StrokeOrder.Comparer(rule);
            Assert.Equal(Math.Sign(ByHand(a, b, rule)), Math.Sign(order.Compare(a, b)));
            Assert.Equal(Math.Sign(order.Compare(a, b)), -Math.Sign(order.Compare(b, a)));
            Assert.Equal(a == b, order.Compare(a, b) == 0);
            if (order.Compare(a, b) <= 0 && order.Compare(b, c) <= 0) Assert.True(order.Compare(a, c) <= 0);
            Assert.InRange(StrokeOrder.SortKey(a, rule).Length, 0, StrokeOrder.SortKeyLength);
        }, iter: 20_000);

    [Fact]
    public void Utf8_bytes_of_the_keys_order_as_the_keys_do() => Gen.Select(ChineseGen.Name, ChineseGen.Name).Sample((a, b) =>
    {
        foreach (Func<string, string> key in new Func<string, string>[] { Pinyin.SortKey, n => StrokeOrder.SortKey(n) })
            Assert.Equal(Math.Sign(string.CompareOrdinal(key(a), key(b))),
                Math.Sign(Encoding.UTF8.GetBytes(key(a)).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(key(b)))));
    });

    static int ByHand(string a, string b, SingleNames rule)
    {
        var (left, right) = (Characters(a, rule), Characters(b, rule));
        for (var at = 0; at < Math.Min(left.Count, right.Count); at++)
        {
            var ((count, classes, code), (otherCount, otherClasses, otherCode)) = (left[at], right[at]);
            if (count != otherCount) return count - otherCount;
            for (var stroke = 0; stroke < classes.Length; stroke++)
                if (classes[stroke] != otherClasses[stroke]) return classes[stroke] - otherClasses[stroke];
            if (code != otherCode) return code - otherCode;
        }
        return left.Count - right.Count;
    }

    static List<(int Count, string Classes, int Code)> Characters(string name, SingleNames rule)
    {
        var list = name.EnumerateRunes().Select(r => StrokeOrder.ClassesOf(r) is { } c ? (c.Length, c, r.Value) : (int.MaxValue, "", r.Value)).ToList();
        var surname = NameParts.Of(name).Surname.EnumerateRunes().Count();
        if (rule == SingleNames.First && list.Count == surname + 1) list.Insert(surname, (0, "", 0));
        return list;
    }
}
