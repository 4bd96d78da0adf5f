using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Meetings;
using Shared.Registration;
using Shared.Registration.Proofing;

namespace Shared.Tests.Registration.Proofing;

public sealed class ProofreadingTests : IDisposable
{
    readonly Rosters rosters = new();
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    AuditTrail Audit => new(rosters.Database, TimeProvider.System);

    async Task<ProofUnit> UnitAsync() => (await new ProofSheets(rosters.Database).ReadAsync(rosters.Meeting.Id, Stop)).Single(unit => unit.UnitId == rosters.Foundry.Id);

    Task<int?> PrintAsync(params int[] units) =>
        new PrintProof(rosters.Database, new RecordPrintout(rosters.Database, Audit, TimeProvider.System)).RunAsync(rosters.Meeting.Id, units.Length == 0 ? [rosters.Foundry.Id] : units, "小松", Stop);

    Task<ProofReadingResult> ReadAsync(ProofRound round, string? reader) =>
        new RecordProofReading(rosters.Database, new StalePrints(rosters.Database), Audit, new()).RunAsync(rosters.Meeting.Id, [rosters.Foundry.Id], round, reader, "小松", Stop);

    void Change(Attendee person, Action<Attendee> change)
    {
        using var db = rosters.Database.CreateDbContext();
        change(db.Attendees().Single(a => a.Id == person.Id));
        db.SaveChanges();
    }

    async Task ReadTwiceAsync()
    {
        await PrintAsync();
        Assert.Equal(1, (await ReadAsync(ProofRound.First, "陈静")).Recorded);
        Assert.Equal(1, (await ReadAsync(ProofRound.Second, "孙丽")).Recorded);
    }

    [Fact]
    public async Task Leaders_are_read_first_and_units_with_leaders_before_the_others()
    {
        rosters.Add("赵云峰");
        rosters.Add("王刚", change: a => a.Category = AttendeeCategory.ViceChair);
        rosters.Add("李娜", rosters.University, a => a.Category = AttendeeCategory.Leader);
        var sheets = await new ProofSheets(rosters.Database).ReadAsync(rosters.Meeting.Id, Stop);
        Assert.Equal([rosters.University.Id, rosters.Foundry.Id], sheets.Select(unit => unit.UnitId));
        Assert.Equal(["王刚", "赵云峰"], sheets[1].People.Select(person => person.Name));
    }

    [Fact]
    public async Task Nothing_counts_as_read_that_was_not_printed()
    {
        rosters.Add("王刚");
        Assert.Equal([("重型铸造有限责任公司", ProofRefusal.NotPrinted)], (await ReadAsync(ProofRound.First, "陈静")).Refused);
        await PrintAsync();
        Assert.Equal(1, (await ReadAsync(ProofRound.First, "陈静")).Recorded);
        Assert.Equal(ProofState.Begun, (await UnitAsync()).State);
    }

    [Fact]
    public async Task A_sheet_printed_before_a_change_is_refused()
    {
        var person = rosters.Add("王刚");
        await PrintAsync();
        Change(person, a => a.Name = "王钢");
        Assert.Equal(ProofRefusal.ChangedSincePrint, (await ReadAsync(ProofRound.First, "陈静")).Refused.Single().Why);
    }

    [Theory]
    [InlineData("陈静"), InlineData("陈 静"), InlineData(" 陈静 ")]
    public async Task The_second_reader_has_to_be_another_person(string same)
    {
        rosters.Add("王刚");
        await PrintAsync();
        await ReadAsync(ProofRound.First, "陈静");
        Assert.Equal(ProofRefusal.SameReader, (await ReadAsync(ProofRound.Second, same)).Refused.Single().Why);
        Assert.Equal(ProofRefusal.NameMissing, (await ReadAsync(ProofRound.Second, " ")).Refused.Single().Why);
    }

    [Theory]
    [InlineData("name"), InlineData("post"), InlineData("category"), InlineData("unit")]
    public async Task A_change_of_what_is_printed_asks_for_another_reading_and_says_of_what(string what)
    {
        var person = rosters.Add("王刚");
        await ReadTwiceAsync();
        if (what == "name") Change(person, a => a.Name = "王钢");
        if (what == "post") Change(person, a => a.Post = "总经理");
        if (what == "category") Change(person, a => a.Category = AttendeeCategory.Leader);
        using (var db = rosters.Database.CreateDbContext())
            if (what == "unit") await db.Organisations().Where(o => o.FullName.StartsWith("重型")).ExecuteUpdateAsync(set => set.SetProperty(o => o.FullName, "重型铸造股份有限公司"), Stop);
        var unit = await UnitAsync();
        Assert.Equal(ProofState.Again, unit.State);
        Assert.All(unit.Marks, mark => Assert.Equal([what switch { "name" => "王钢", "unit" => "重型铸造股份有限公司", _ => "王刚" }], mark.Changed));
    }

    [Fact]
    public async Task A_phone_a_person_who_leaves_and_a_name_put_right_again_ask_for_nothing()
    {
        var (one, other) = (rosters.Add("王刚"), rosters.Add("李娜"));
        await ReadTwiceAsync();
        Change(one, a => (a.Phone, a.Lodging) = ("15400001234", "308"));
        Change(other, a => a.State = AttendeeState.Cancelled);
        Assert.Equal(ProofState.Begun, (await UnitAsync()).State);
        Change(one, a => a.Name = "王钢");
        Change(one, a => a.Name = "王刚");
        Assert.All((await UnitAsync()).Marks, mark => Assert.True(mark.Stands));
    }

    [Fact]
    public async Task A_person_who_comes_later_has_to_be_read()
    {
        rosters.Add("王刚");
        await ReadTwiceAsync();
        rosters.Add("赵云峰");
        Assert.All((await UnitAsync()).Marks, mark => Assert.Equal(["赵云峰"], mark.Changed));
    }

    [Fact]
    public async Task A_reading_taken_back_is_gone_and_all_of_it_stands_in_the_trail()
    {
        rosters.Add("王刚");
        await ReadTwiceAsync();
        Assert.True(await new TakeBackProofReading(rosters.Database, Audit, new()).RunAsync(rosters.Meeting.Id, rosters.Foundry.Id, ProofRound.First, "小松", Stop));
        Assert.Equal([ProofRound.Second], (await UnitAsync()).Marks.Select(mark => mark.Round));
        using var db = rosters.Database.CreateDbContext();
        Assert.Equal(["print", "proof-read", "proof-read", "proof-taken-back"], await db.Set<AuditEntry>().OrderBy(e => e.Id).Select(e => e.What).ToListAsync(Stop));
    }

    [Fact]
    public async Task Of_another_meeting_nothing_is_printed_read_or_taken_back()
    {
        rosters.Add("王刚");
        await ReadTwiceAsync();
        Assert.Null(await new PrintProof(rosters.Database, new RecordPrintout(rosters.Database, Audit, TimeProvider.System)).RunAsync(rosters.Meeting.Id + 1, [rosters.Foundry.Id], "小松", Stop));
        Assert.False(await new TakeBackProofReading(rosters.Database, Audit, new()).RunAsync(rosters.Meeting.Id + 1, rosters.Foundry.Id, ProofRound.First, "小松", Stop));
        Assert.Null(await new PrintedProof(rosters.Database, new PrintoutLog(rosters.Database)).ReadAsync(rosters.Meeting.Id + 1, 1, Stop));
    }

    [Fact]
    public async Task A_print_whose_names_changed_says_in_how_many_places()
    {
        var person = rosters.Add("王刚");
        var id = await PrintAsync();
        Change(person, a => a.Post = "总经理");
        Assert.Equal(1, (await new PrintedProof(rosters.Database, new PrintoutLog(rosters.Database)).ReadAsync(rosters.Meeting.Id, id!.Value, Stop))!.Changes);
    }

    public void Dispose() => rosters.Dispose();
}
