using Shared.Chinese;

namespace Shared.Tests.Chinese;

public sealed class NameDoubtsTests
{
    [Theory]
    [InlineData("王刚", NameDoubt.None), InlineData("欧阳明月", NameDoubt.None), InlineData("阿卜杜拉·买买提江", NameDoubt.None), InlineData("Anna Schmidt", NameDoubt.None), InlineData("李镕基", NameDoubt.None)]
    [InlineData("刘䶮", NameDoubt.Rare), InlineData("𠮷田", NameDoubt.Rare), InlineData("王?", NameDoubt.Lost | NameDoubt.Mixed), InlineData("李□", NameDoubt.Lost | NameDoubt.Mixed)]
    [InlineData("王刚(副总)", NameDoubt.Mixed), InlineData("王刚1", NameDoubt.Mixed), InlineData("王", NameDoubt.Lone)]
    public void A_name_that_may_be_wrong_is_told_from_one_that_is_merely_long(string name, NameDoubt doubts) => Assert.Equal(doubts, NameDoubts.OfName(name));

    [Fact]
    public void A_private_character_and_a_lost_one_count_as_lost() => Assert.All((string[])["王\uE000", "王\uFFFD"], name => Assert.True(NameDoubts.OfName(name).HasFlag(NameDoubt.Lost)));

    [Fact]
    public void Digits_and_brackets_are_usual_in_a_unit_or_a_post() => Assert.Equal(NameDoubt.None, NameDoubts.OfText("演示第01铸造(齐齐哈尔)公司 CEO"));

    [Fact]
    public void A_rare_character_is_named_by_its_code_point() => Assert.Equal(["䶮 U+4DAE", "𠮷 U+20BB7"], NameDoubts.RareIn("刘䶮𠮷"));
}
