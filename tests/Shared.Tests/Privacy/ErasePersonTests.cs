using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.CheckIn;
using Shared.Meetings;
using Shared.Privacy;
using Shared.Registration;
using Shared.Registration.Catering;
using Shared.Registration.Proofing;
using Shared.Seating.Scenes;

namespace Shared.Tests.Privacy;

public sealed class ErasePersonTests : IDisposable
{
    readonly PlantedPerson planted = new();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => planted.Dispose();

    async Task EraseAsync()
    {
        await planted.WorkAsync();
        planted.Plant();
        Assert.Equal(ErasePersonResult.Erased, await planted.Erase.RunAsync(planted.Rosters.Meeting.Id, planted.Person.Id, "小松", Stop));
    }

    [Fact]
    public async Task Nothing_of_an_erased_person_is_in_any_column_of_any_table()
    {
        await planted.WorkAsync();
        planted.Plant();
        var before = Traces.InTables(planted.Rosters.Database.Data, PlantedPerson.All);
        Assert.True(before.Select(found => found.Split(':')[0]).Distinct().Count() > 25, string.Join('\n', before));
        await planted.Erase.RunAsync(planted.Rosters.Meeting.Id, planted.Person.Id, "小松", Stop);
        Assert.Equal("", string.Join('\n', Traces.InTables(planted.Rosters.Database.Data, PlantedPerson.All)));
    }

    [Fact]
    public async Task Nothing_of_an_erased_person_is_in_the_bytes_of_the_database_or_its_log()
    {
        await planted.WorkAsync();
        planted.Plant();
        Assert.NotEmpty(Traces.InFiles(planted.Rosters.Database.Data, PlantedPerson.All));
        await planted.Erase.RunAsync(planted.Rosters.Meeting.Id, planted.Person.Id, "小松", Stop);
        Assert.Equal("", string.Join('\n', Traces.InFiles(planted.Rosters.Database.Data, PlantedPerson.All)));
    }

    [Fact]
    public async Task The_person_stays_to_be_counted_and_what_others_did_stays()
    {
        await EraseAsync();
        var person = planted.Read(db => db.Attendees().Single(a => a.Id == planted.Person.Id));
        Assert.Equal((Attendee.ErasedName(person.Id), AttendeeState.Confirmed, planted.Rosters.Foundry.Id, planted.Person.ListNo), (person.Name, person.State, person.UnitId, person.ListNo));
        Assert.NotNull(person.ErasedAt);
        Assert.Equal((1, 1, 3), planted.Read(db => (db.Presences().Count(p => p.AttendeeId == person.Id), db.Scans().Count(s => s.AttendeeId == person.Id), db.HandoutsGiven().Single(g => g.AttendeeId == person.Id).Count)));
        Assert.Equal([$"{person.Name}的秘书"], planted.Read(db => db.ScenePlaces().Select(p => p.Name).ToList()));
        var colleague = planted.Read(db => db.Attendees().Single(a => a.Id == planted.Colleague.Id));
        Assert.Equal(("王刚", "15400009999", null, $"与{person.Name}同车，电话 ****"), (colleague.Name, colleague.Phone, colleague.ContactPhone, colleague.Remark));
        Assert.Equal($"陪{person.Name}", planted.Read(db => db.AttendeeNotes().Single().Text));
    }

    [Fact]
    public async Task The_badge_opens_nothing_and_no_new_one_no_link_no_note_and_no_diet_is_made()
    {
        await EraseAsync();
        var (database, meeting, id) = (planted.Rosters.Database, planted.Rosters.Meeting.Id, planted.Person.Id);
        Assert.NotNull(planted.Read(db => db.Badges().Single().RevokedAt));
        Assert.Equal(WriteNoteResult.NoSuchPerson, await new WriteNote(database, TimeProvider.System).RunAsync(meeting, id, "又写", "小松", Stop));
        Assert.Equal(SaveDietResult.NoSuchPerson, await new SaveDiet(database, planted.Audit, planted.Live).RunAsync(meeting, new(id, DietKind.Halal, null, true, ConsentSource.Phone), "小食", Stop));
        Assert.False(await new RecordConsent(database, planted.Audit, planted.Live).RunAsync(meeting, id, ConsentPurpose.Photograph, ConsentState.Yes, ConsentSource.Phone, "小松", Stop));
        Assert.IsType<SaveAttendeeResult.NoSuchPerson>(await new SaveAttendee(database, planted.Audit, planted.Live, TimeProvider.System).RunAsync(meeting, new() { Id = id, Version = 99, Name = "谁", Unit = "重型铸造" }, "小松", Stop));
        Assert.Equal(ErasePersonResult.AlreadyErased, await planted.Erase.RunAsync(meeting, id, "小松", Stop));
        Assert.Equal(ErasePersonResult.NoSuchPerson, await planted.Erase.RunAsync(meeting + 1, planted.Colleague.Id, "小松", Stop));
    }

    [Fact]
    public async Task Verification_of_the_trail_says_removed_and_not_broken_and_the_erasure_is_an_entry_without_data()
    {
        await EraseAsync();
        var chain = await new AuditChain(planted.Rosters.Database).ReadAsync(stop: Stop);
        Assert.Null(chain.Broken);
        Assert.True(chain.Removed >= 6, $"{chain.Removed}");
        var last = planted.Read(db => db.AuditEntries().OrderBy(e => e.Id).Select(e => new { e.What, e.Who, e.SubjectId, db.Set<AuditDetail>().Single(d => d.EntryId == e.Id).Details }).Last());
        Assert.Equal(("person-erased", "小松", RegistrationSets.Subject(planted.Person.Id), null), (last.What, last.Who, last.SubjectId, last.Details));
    }

    [Fact]
    public async Task What_was_read_of_colleagues_names_need_not_be_read_again()
    {
        await EraseAsync();
        var mark = (await new ProofSheets(planted.Rosters.Database).ReadAsync(planted.Rosters.Meeting.Id, Stop)).Single().Mark(ProofRound.First);
        Assert.True(mark!.Stands, string.Join(' ', mark.Changed));
        Assert.Equal(2 * Fingerprint.Bytes, planted.Read(db => db.ProofReadings().Single().Shown.Length));
    }

    [Fact]
    public async Task A_name_that_somebody_else_bears_stays_in_texts_of_others()
    {
        planted.Rosters.Add(PlantedPerson.Name, planted.Rosters.University);
        await EraseAsync();
        Assert.Contains(PlantedPerson.Name, planted.Read(db => db.Attendees().Single(a => a.Id == planted.Colleague.Id).Remark)!);
        Assert.DoesNotContain("1234", planted.Read(db => db.Attendees().Single(a => a.Id == planted.Colleague.Id).Remark)!);
    }
}
