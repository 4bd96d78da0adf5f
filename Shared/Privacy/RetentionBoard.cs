using Microsoft.EntityFrameworkCore;
using Shared.CheckIn;
using Shared.Data;
using Shared.Meetings;
using Shared.Registration.Replies;

namespace Shared.Privacy;

/// <param name="Kind">A word of the program: journeys, diets.</param>
public sealed record RetentionCount(string Kind, int Count);

/// <param name="DueOn">The venue's day from which it may go.</param>
/// <param name="Counts">What is there, due or not; kinds of which there is nothing are left out.</param>
public sealed record RetentionLine(RetentionClass Class, int Days, DateOnly DueOn, bool IsDue, IReadOnlyList<RetentionCount> Counts)
{
    public int Total => Counts.Sum(one => one.Count);
}

/// <summary>Whom a unit named, and since when nobody has made sure of it.</summary>
public sealed record DueContact(int ReplyId, string Unit, string? Name, DateTime Since);

public sealed record RetentionRecord(DateTime RanAt, string RunBy, RetentionClass Class, string Kind, int Count);

public sealed record RetentionView(RetentionPlan Plan, IReadOnlyList<RetentionLine> Lines, IReadOnlyList<DueContact> Contacts, IReadOnlyList<RetentionRecord> Runs);

/// <summary>What a meeting still keeps of people by kind, until when, and what went already.</summary>
public sealed class RetentionBoard(IDbContextFactory<EventDb> dbs, TimeProvider clock) : IDueData
{
    public const int MostRuns = 100;

    /// <summary>A contact is asked after once a year.</summary>
    public const int ContactDays = 365;

    public async Task<RetentionView> ReadAsync(MeetingView meeting, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        return await db.AtOneMomentAsync(async () =>
        {
            var plan = await PlanAsync(db, meeting.Id, stop);
            var runs = await db.Set<RetentionRun>().Where(r => r.MeetingId == meeting.Id).OrderByDescending(r => r.Id).Take(MostRuns).Select(r => new RetentionRecord(r.RanAt, r.RunBy, r.Class, r.Kind, r.Count)).ToListAsync(stop);
            return new RetentionView(plan, await LinesAsync(db, plan, meeting, stop), await ContactsAsync(db, meeting.Id, stop), runs);
        }, stop);
    }

    /// <summary>How many rows and contacts wait for somebody to do something.</summary>
    public async Task<int> CountAsync(EventDb db, MeetingView meeting, CancellationToken stop = default)
    {
        var plan = await PlanAsync(db, meeting.Id, stop);
        var due = plan.Daily ? [] : DueClasses(plan, meeting, Today(meeting));
        var count = (await ContactsAsync(db, meeting.Id, stop)).Count;
        foreach (var kind in RetentionKind.All.Where(kind => due.Contains(kind.Class))) count += await kind.Ids(db, meeting.Id).CountAsync(stop);
        return count;
    }

    internal static async Task<RetentionPlan> PlanAsync(EventDb db, int meetingId, CancellationToken stop) =>
        await db.Set<RetentionPlan>().AsNoTracking().SingleOrDefaultAsync(p => p.MeetingId == meetingId, stop) ?? new() { MeetingId = meetingId };

    internal static List<RetentionClass> DueClasses(RetentionPlan plan, MeetingView meeting, DateOnly today) => [.. Enum.GetValues<RetentionClass>().Where(one => plan.DueOn(one, meeting.LastDay) <= today)];

    DateOnly Today(MeetingView meeting) => meeting.Day(clock.GetUtcNow().UtcDateTime);

    async Task<List<RetentionLine>> LinesAsync(EventDb db, RetentionPlan plan, MeetingView meeting, CancellationToken stop)
    {
        var lines = new List<RetentionLine>();
        foreach (var one in Enum.GetValues<RetentionClass>())
        {
            var counts = new List<RetentionCount>();
            foreach (var kind in RetentionKind.All.Where(kind => kind.Class == one))
                if (await kind.Ids(db, meeting.Id).CountAsync(stop) is > 0 and var count) counts.Add(new(kind.Word, count));
            var due = plan.DueOn(one, meeting.LastDay);
            lines.Add(new(one, plan.Days(one), due, due <= Today(meeting), counts));
        }
        return lines;
    }

    async Task<List<DueContact>> ContactsAsync(EventDb db, int meetingId, CancellationToken stop)
    {
        var before = clock.GetUtcNow().UtcDateTime.AddDays(-ContactDays);
        var contacts = await db.Replies().Where(r => r.MeetingId == meetingId && (r.ContactName != null || r.ContactPhone != null)).OrderBy(r => r.Unit!.ListNo).ThenBy(r => r.UnitId)
            .Select(r => new DueContact(r.Id, r.Unit!.Organisation!.ShortName ?? r.Unit.Organisation.FullName, r.ContactName, r.ContactConfirmedAt ?? r.RepliedAt ?? r.FilledAt ?? r.MadeAt)).ToListAsync(stop);
        return contacts.FindAll(contact => contact.Since <= before);
    }
}
