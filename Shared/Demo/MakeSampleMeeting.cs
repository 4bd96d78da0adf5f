using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shared.CheckIn;
using Shared.CheckIn.Badges;
using Shared.Data;
using Shared.Meetings;
using Shared.Registration;

namespace Shared.Demo;

/// <summary>Makes the sample meeting, beginning today, everyone's badge and a few spares. Its people, units and times are the same at every making; only badges and links hold chance.</summary>
public sealed class MakeSampleMeeting(IDbContextFactory<EventDb> dbs, BadgeMint mint, TimeProvider clock)
{
    static readonly Dictionary<string, string> Texts = SampleTable.Words("meeting");

    const int Spares = 12;

    /// <summary>The id of the meeting made, all in one transaction.</summary>
    public async Task<int> RunAsync(CancellationToken stop = default)
    {
        var days = SampleDays.From(clock);
        var people = new SamplePeople(days);
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var meeting = MeetingOf(days);
        await SaveAsync(db, [meeting], stop);
        var staff = people.StaffOf(meeting.Id);
        await SaveAsync(db, staff, stop);
        var units = Units(meeting.Id, staff);
        await SaveAsync(db, units.Values, stop);
        var attendees = people.Attendees(meeting.Id, units);
        await SaveAsync(db, attendees, stop);
        await SaveAsync(db, people.DietsOf(attendees), stop);
        await SaveAsync(db, attendees.SelectMany(GramsOf), stop);
        await mint.AddAsync(db, meeting.Id, BadgesFor(attendees), stop);
        await SaveDoorsAsync(db, meeting.Id, days, staff, stop);
        var replies = SampleReplies.Of(meeting.Id, [.. units.Values], attendees, days);
        await SaveAsync(db, [SampleReplies.Rules(meeting.Id, days), .. replies], stop);
        await SaveAsync(db, SampleReplies.Typed(replies, attendees, days), stop);
        await SaveAsync(db, SampleFleet.Of(meeting.Id), stop);
        await SaveHallsAsync(db, meeting, attendees, days, stop);
        await transaction.CommitAsync(stop);
        return meeting.Id;
    }

    static async Task SaveHallsAsync(EventDb db, Meeting meeting, IReadOnlyList<Attendee> attendees, SampleDays days, CancellationToken stop)
    {
        var stages = SampleStages.Of(meeting.Id, attendees, days).ToList();
        var (hall, tables) = (SampleHall.Of(meeting.Id), SampleHall.TablesOf(meeting.Id));
        await SaveAsync(db, [hall], stop);
        await SaveAsync(db, [tables], stop);
        await SaveAsync(db, [SampleHall.PlanOf(hall, attendees, SampleStages.Presiding(stages), meeting.CreatedAt), SampleHall.EmptyPlanOf(tables, meeting.CreatedAt)], stop);
        await SaveAsync(db, stages, stop);
    }

    /// <summary>The meeting's own words for the year of its first day.</summary>
    internal static string NameOf(int year) => string.Format(CultureInfo.InvariantCulture, Texts["name"], year);

    internal static string NameEnOf(int year) => string.Format(CultureInfo.InvariantCulture, Texts["nameEn"], year);

    Meeting MeetingOf(SampleDays days) => new()
    {
        Year = days.First.Year, Name = NameOf(days.First.Year), NameEn = NameEnOf(days.First.Year),
        FirstDay = days.First, LastDay = days.Last, TimeZone = days.Zone.Id, Venue = Texts["venue"], LegalBody = Texts["body"], PrivacyNotice = Texts["notice"],
        FrozenAt = days.Start(-2), IsSample = true, CreatedAt = clock.GetUtcNow().UtcDateTime,
    };

    static Dictionary<SampleUnit, Unit> Units(int meetingId, List<StaffMember> staff) => SampleUnit.All.Select((sample, i) => (sample, unit: new Unit
    {
        MeetingId = meetingId, Organisation = sample.ToOrganisation(), CouncilRank = sample.Rank, Basis = sample.Basis, ListNo = i + 1,
        LiaisonId = SamplePeople.LiaisonOf(i, staff).Id,
    })).ToDictionary(pair => pair.sample, pair => pair.unit);

    static List<(int?, char)> BadgesFor(List<Attendee> attendees) =>
        [.. attendees.Select(a => ((int?)a.Id, BadgeKinds.Of(a.Category).Letter())), .. Enumerable.Repeat<(int?, char)>((null, BadgeKinds.SpareLetter), Spares)];

    static IEnumerable<AttendeeGram> GramsOf(Attendee attendee) => AttendeeIndex.GramsOf(attendee.Name, attendee.Phone, attendee.ContactPhone)
        .Select(gram => new AttendeeGram { MeetingId = attendee.MeetingId, AttendeeId = attendee.Id, Gram = gram });

    static async Task SaveDoorsAsync(EventDb db, int meetingId, SampleDays days, List<StaffMember> staff, CancellationToken stop)
    {
        foreach (var checkpoint in SampleDoors.Checkpoints(meetingId, days)) await SaveAsync(db, [checkpoint], stop);
        var saved = await db.Checkpoints().Where(c => c.MeetingId == meetingId).OrderBy(c => c.Id).ToListAsync(stop);
        var session = saved.First(c => c.Kind == CheckpointKind.Session);
        session.Implies.Add(new CheckpointImplication { ImpliedId = saved.Single(c => c.Kind == CheckpointKind.ReportIn).Id });
        await SaveAsync(db, SampleDoors.Stations.Select(s => new Station
        {
            MeetingId = meetingId, Name = s.Name, Kind = s.Kind, OperatorId = s.Operator is { } at ? staff[at].Id : null,
        }), stop);
    }

    static Task SaveAsync(EventDb db, IEnumerable<object> rows, CancellationToken stop)
    {
        db.AddRange(rows);
        return db.SaveChangesAsync(stop);
    }
}
