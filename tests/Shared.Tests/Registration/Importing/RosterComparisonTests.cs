using Shared.Meetings.Importing;
using Shared.Registration.Importing;

namespace Shared.Tests.Registration.Importing;

public sealed class RosterComparisonTests
{
    const string Heading = "姓名|单位|手机|职务";

    static KnownPerson Known(int id, int unit, string name, string? phone, bool expected = true)
    {
        var values = new object?[RosterFields.All.All.Count];
        values[RosterFields.Name.Index] = name;
        values[RosterFields.Unit.Index] = new UnitValue(unit, unit == 1 ? "哈尔滨理工大学" : "东北大学");
        values[RosterFields.Phone.Index] = phone;
        values[RosterFields.Post.Index] = "总工";
        return new(id, unit, name, phone, expected, values);
    }

    static IEnumerable<string> Codes(RosterPreview preview) => preview.Table.Records.Select(RosterSheet.Codes);

    static IEnumerable<RosterFate> Fates(RosterPreview preview) => preview.Table.Records.Select(row => preview.OutcomeOf(row).Fate);

    [Fact]
    public void One_phone_for_four_people_is_their_contacts_and_nobodys_own()
    {
        var preview = RosterSheet.Preview(Heading, "王刚|哈理工|15400000001", "李娜|哈理工|15400000001", "赵敏|哈理工|15400000001", "孙伟|东北大学|154-0000-0001", "周杰|东北大学|15400000002");
        Assert.Equal(["PhoneOfContact", "PhoneOfContact", "PhoneOfContact", "PhoneOfContact", ""], Codes(preview));
        Assert.Equal([null, null, null, null, "15400000002"], preview.Table.Records.Select(row => preview.ValueOf(row, RosterFields.Phone)));
        Assert.Equal("15400000001", preview.ValueOf(preview.Table.Records[0], RosterFields.ContactPhone));
        preview.Table.Mend(preview.Table.Records[0], RosterFields.Phone, "15400000009");
        Assert.Equal("15400000009", preview.ValueOf(preview.Table.Records[0], RosterFields.Phone));
    }

    [Fact]
    public void The_same_person_twice_is_asked_about_and_stays_two_until_answered()
    {
        var preview = RosterSheet.Preview(Heading, "王刚|哈理工|15400000001|总工", "王 刚|哈尔滨理工大学|15400000001", "王刚|东北大学|15400000003");
        Assert.Equal(["DuplicateRow", "DuplicateRow", ""], Codes(preview));
        Assert.Equal(3, preview.Summary().People);
        Assert.Equal("15400000001", preview.ValueOf(preview.Table.Records[0], RosterFields.Phone));
        preview.Answer(Assert.Single(preview.Questions), RosterAnswer.Merge);
        Assert.Equal([RosterFate.Add, RosterFate.Merge, RosterFate.Add], Fates(preview));
        Assert.Equal(["", "", ""], Codes(preview));
        Assert.Equal(2, preview.Summary().People);
        Assert.Equal(preview.Table.Records[1], Assert.Single(preview.MergedInto(preview.Table.Records[0])));
    }

    [Fact]
    public void Namesakes_of_one_unit_with_their_own_numbers_are_two_people_without_a_word()
    {
        var preview = RosterSheet.Preview(Heading, "李娜|哈理工|15400000001", "李娜|哈理工|15400000002");
        Assert.Equal(["", ""], Codes(preview));
        Assert.Empty(preview.Questions);
        Assert.Equal(["SameNameInUnit", "SameNameInUnit"], Codes(RosterSheet.Preview(Heading, "李娜|哈理工|15400000001", "李娜|哈理工|")));
    }

    [Fact]
    public void Several_names_in_a_cell_become_several_people_once_that_is_answered()
    {
        var preview = RosterSheet.Preview(Heading, "张三、李四|哈理工|15400000001、15400000002|总工", "王刚|同上|15400000003");
        Assert.Equal(1, preview.Summary().People);
        preview.Answer(Assert.Single(preview.Questions), RosterAnswer.Split);
        Assert.Equal(["张三", "李四", "王刚"], preview.Table.Records.Select(row => row.Reading!.Text(RosterFields.Name)));
        Assert.Equal(["15400000001", "15400000002", "15400000003"], preview.Table.Records.Select(row => preview.ValueOf(row, RosterFields.Phone)));
        Assert.Equal([2, 2, 3], preview.Table.Records.Select(row => row.Number));
        Assert.Equal(3, preview.Summary().People);
        preview.Answer(preview.Questions[0], RosterAnswer.Separate);
        Assert.Equal(1, preview.Summary().People);
    }

    [Fact]
    public void A_second_import_changes_what_differs_and_adds_who_is_new()
    {
        var context = RosterSheet.Context(Known(1, 1, "王刚", "15400000001"), Known(2, 1, "李娜", "15400000002"));
        var preview = RosterSheet.Preview(context, Heading, "王刚|哈理工|15400000001|总工", "李娜|哈理工|15400000009|", "赵敏|哈理工|15400000003|");
        Assert.Equal([RosterFate.Unchanged, RosterFate.Change, RosterFate.Add], Fates(preview));
        Assert.Equal([new ValueChange(RosterFields.Phone, "15400000002", "15400000009")], preview.OutcomeOf(preview.Table.Records[1]).Changes);
    }

    [Fact]
    public void Namesakes_already_there_are_told_apart_by_their_numbers()
    {
        var context = RosterSheet.Context(Known(1, 1, "李娜", "15400000001"), Known(2, 1, "李娜", "15400000002"));
        var preview = RosterSheet.Preview(context, Heading, "李娜|哈理工|15400000002|总工", "李娜|哈理工|15400000001|总工", "李娜|哈理工|15400000003|");
        Assert.Equal([2, 1, null], preview.Table.Records.Select(row => preview.OutcomeOf(row).Person?.Id));
    }

    [Fact]
    public void The_same_phone_in_the_same_unit_under_another_name_is_a_rename_or_a_substitute_only_when_told()
    {
        var context = RosterSheet.Context(Known(1, 1, "王刚", "15400000001"));
        var preview = RosterSheet.Preview(context, Heading, "王钢|哈理工|15400000001|副总工");
        Assert.Equal(["RenameOrSubstitute"], Codes(preview));
        Assert.Equal([RosterFate.Add], Fates(preview));
        preview.Answer(preview.Questions[0], RosterAnswer.Rename);
        Assert.Equal([RosterFields.Name, RosterFields.Post], preview.OutcomeOf(preview.Table.Records[0]).Changes.Select(change => change.Field));
        preview.Answer(preview.Questions[0], RosterAnswer.Substitute);
        Assert.Equal((RosterFate.Substitute, 1), (preview.OutcomeOf(preview.Table.Records[0]).Fate, preview.OutcomeOf(preview.Table.Records[0]).Person!.Id));
        Assert.Equal([""], Codes(preview));
    }

    [Fact]
    public void The_same_person_in_another_unit_is_the_same_person()
    {
        var preview = RosterSheet.Preview(RosterSheet.Context(Known(1, 1, "王刚", "15400000001")), Heading, "王刚|东北大学|15400000001|总工");
        Assert.Equal((RosterFate.Change, "UnitChanged"), (Fates(preview).Single(), Codes(preview).Single()));
    }

    [Fact]
    public void A_phone_that_several_rows_bear_finds_nobody()
    {
        var preview = RosterSheet.Preview(RosterSheet.Context(Known(1, 1, "王刚", "15400000001")), Heading, "李娜|哈理工|15400000001", "赵敏|哈理工|15400000001");
        Assert.Equal([RosterFate.Add, RosterFate.Add], Fates(preview));
    }

    [Fact]
    public void Who_was_cancelled_is_not_brought_back()
    {
        var preview = RosterSheet.Preview(RosterSheet.Context(Known(1, 1, "王刚", "15400000001", expected: false)), Heading, "王刚|哈理工|15400000001|所长");
        Assert.Equal((RosterFate.Unchanged, "WasCancelled"), (Fates(preview).Single(), Codes(preview).Single()));
    }

    [Fact]
    public void A_summary_counts_rows_people_and_units()
    {
        var preview = RosterSheet.Preview(Heading, "王刚|哈尔滨理工大学|15400000001", "李 娜|东北大学|", "赵敏|东北大学|无", "孙伟|东北大学|1.54E+10", "张三、李四|东北大学|");
        Assert.Equal(new RosterSummary(Ok: 1, Corrected: 1, Warning: 1, Error: 2, Skipped: 1, People: 4, Units: 2), preview.Summary());
    }
}
