using Microsoft.EntityFrameworkCore;
using Shared.Data;
using Shared.Meetings;

namespace Shared.CheckIn;

/// <param name="Day">The venue's day; null where the checkpoint serves the whole meeting.</param>
/// <param name="Morning">For a session: the first half of the day.</param>
public sealed record ProposedCheckpoint(CheckpointKind Kind, DateOnly? Day, bool Morning, DateTime OpensAt, DateTime ClosesAt);

/// <summary>
/// What a meeting of these days usually needs and does not have yet: report-in from the day before until the last evening,
/// a session each half-day from an hour before it begins, and lunch once a day.
/// </summary>
public sealed class ProposedCheckpoints(IDbContextFactory<EventDb> dbs)
{
    static readonly TimeOnly ReportInOpens = new(9, 0), ReportInCloses = new(18, 0), LunchOpens = new(11, 30), LunchCloses = new(13, 30);
    static readonly (TimeOnly Opens, TimeOnly Closes) Morning = (new(8, 0), new(12, 0)), Afternoon = (new(13, 0), new(17, 30));

    public async Task<IReadOnlyList<ProposedCheckpoint>> ReadAsync(MeetingView meeting, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var there = await db.Checkpoints().AsNoTracking().Where(c => c.MeetingId == meeting.Id && !c.Retired).Select(c => new { c.Kind, c.OpensAt, c.ClosesAt }).ToListAsync(stop);
        return [.. All(meeting).Where(wanted => !there.Exists(c => c.Kind == wanted.Kind && (wanted.Day is null || (c.OpensAt < wanted.ClosesAt && c.ClosesAt > wanted.OpensAt))))];
    }

    static IEnumerable<ProposedCheckpoint> All(MeetingView meeting)
    {
        DateTime At(DateOnly day, TimeOnly time) => meeting.ToUtc(day.ToDateTime(time));
        yield return new(CheckpointKind.ReportIn, null, false, At(meeting.FirstDay.AddDays(-1), ReportInOpens), At(meeting.LastDay, ReportInCloses));
        for (var day = meeting.FirstDay; day <= meeting.LastDay; day = day.AddDays(1))
            foreach (var (opens, closes) in new[] { Morning, Afternoon })
                yield return new(CheckpointKind.Session, day, opens == Morning.Opens, At(day, opens), At(day, closes));
        yield return new(CheckpointKind.Meal, null, false, At(meeting.FirstDay, LunchOpens), At(meeting.LastDay, LunchCloses));
    }
}
