using Microsoft.EntityFrameworkCore;
using Shared.Data;
using Shared.Data.Backups;
using Shared.Meetings;
using Shared.Registration;
using Shared.Registration.Mending;
using Shared.Registration.Proofing;
using Shared.Registration.Replies;

namespace Shared.CheckIn;

/// <summary>What still has to be done for a meeting, the most pressing first.</summary>
public enum Matter
{
    BackupStopped = 1, DataDue, NoUnits, ReplyUnsent, NoPeople, NoCheckpoint, NoStation, NoPrivacyNotice, UnfinishedImport, ReplyChangeAsked, ReplyOverdue, PossibleDuplicate, ProofAgain, NoBadge, MemberWithoutPeople, NoLiaison, NoPhone, NoArrival, AskAgain, NoNotice, NotFrozen,
}

/// <param name="Count">How many it concerns; 1 where the matter is one thing.</param>
public sealed record OpenMatter(Matter Matter, int Count);

/// <summary>The open points of a meeting as its home shows them.</summary>
public sealed class OpenMatters(IDbContextFactory<EventDb> dbs, BackupWatch backups, IDueData data, TimeProvider clock)
{
    /// <summary>So many days before the first one the expected number ought to be fixed.</summary>
    public const int FreezeDays = 3;

    public async Task<IReadOnlyList<OpenMatter>> ReadAsync(MeetingView meeting, CancellationToken stop = default)
    {
        var matters = new List<OpenMatter>();
        if (!meeting.IsSample && await backups.ReadAsync(stop) is not null) matters.Add(new(Matter.BackupStopped, 1));
        await using var db = await dbs.CreateDbContextAsync(stop);
        return await db.AtOneMomentAsync(async () =>
        {
            await foreach (var (matter, count) in CountAsync(db, meeting, stop))
                if (count > 0) matters.Add(new(matter, count));
            return matters;
        }, stop);
    }

    async IAsyncEnumerable<(Matter, int)> CountAsync(EventDb db, MeetingView meeting, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        var people = db.Attendees().Listed(meeting.Id);
        var units = await db.Units().AsNoTracking().Where(u => u.MeetingId == meeting.Id).ToListAsync(stop);
        var everyone = await people.CountAsync(stop);
        yield return (Matter.DataDue, await data.CountAsync(db, meeting, stop));
        yield return (Matter.NoUnits, units.Count == 0 ? 1 : 0);
        var (unsent, asked) = await UnsentAsync(db, meeting, units.Count, stop);
        yield return (Matter.ReplyUnsent, asked || everyone == 0 ? unsent : 0);
        yield return (Matter.NoPeople, everyone == 0 && !asked ? 1 : 0);
        yield return (Matter.NoCheckpoint, await db.Checkpoints().AnyAsync(c => c.MeetingId == meeting.Id && !c.Retired, stop) ? 0 : 1);
        yield return (Matter.NoStation, await db.Stations().AnyAsync(s => s.MeetingId == meeting.Id && s.TokenHash != null, stop) ? 0 : 1);
        var own = await db.Meetings().AsNoTracking().SingleAsync(m => m.Id == meeting.Id, stop);
        yield return (Matter.NoPrivacyNotice, NoticePlaces.IsFinished(own) ? 0 : 1);
        yield return (Matter.UnfinishedImport, await db.RosterImports().CountAsync(i => i.MeetingId == meeting.Id && (i.State == ImportState.Writing || db.Set<PendingChange>().Any(p => p.ImportId == i.Id)), stop));
        yield return (Matter.ReplyChangeAsked, await db.ReplyChanges().CountAsync(c => c.Reply!.MeetingId == meeting.Id && c.State == ReplyChangeState.Open, stop));
        yield return (Matter.ReplyOverdue, await OverdueAsync(db, meeting, stop));
        yield return (Matter.PossibleDuplicate, (await Duplicates.FindAsync(db, meeting.Id, stop)).Count);
        yield return (Matter.ProofAgain, (await ProofSheets.ReadAsync(db, meeting.Id, null, stop)).Count(unit => unit.State == ProofState.Again));
        if (everyone > 0)
        {
            var badges = db.Badges().Where(b => b.MeetingId == meeting.Id && b.RevokedAt == null && b.AttendeeId != null).Select(b => b.AttendeeId);
            yield return (Matter.NoBadge, await people.CountAsync(a => a.State == AttendeeState.Confirmed && a.ErasedAt == null && !badges.Contains(a.Id), stop));
            yield return (Matter.MemberWithoutPeople, await WithoutPeopleAsync(people, meeting, units, stop));
        }
        yield return (Matter.NoLiaison, units.Count(u => u.LiaisonId is null));
        await foreach (var matter in LackingAsync(people, Today(meeting), stop)) yield return matter;
        yield return (Matter.NotFrozen, everyone > 0 && own.FrozenAt is null && Today(meeting) >= meeting.FirstDay.AddDays(-FreezeDays) ? 1 : 0);
    }

    DateOnly Today(MeetingView meeting) => meeting.Day(clock.GetUtcNow().UtcDateTime);

    static async Task<int> WithoutPeopleAsync(IQueryable<Attendee> people, MeetingView meeting, IReadOnlyList<Unit> units, CancellationToken stop)
    {
        var held = (await people.Where(a => a.State == AttendeeState.Confirmed || a.State == AttendeeState.OnLeave).Select(a => a.UnitId).Distinct().ToListAsync(stop)).ToHashSet();
        return units.Count(u => u.IsMemberDuring(meeting.FirstDay, meeting.LastDay) && !held.Contains(u.Id));
    }

    // Before the meeting, where units reply at all; whoever imports a list and asks nobody is not reminded, and once units were asked, their replies bring the people.
    async Task<(int Unsent, bool Asked)> UnsentAsync(EventDb db, MeetingView meeting, int units, CancellationToken stop)
    {
        var asked = await db.Replies().Where(r => r.MeetingId == meeting.Id).CountAsync(ReplyStanding.IsAsked, stop);
        var over = Today(meeting) >= meeting.FirstDay
            || await db.Set<ReplyRules>().AnyAsync(r => r.MeetingId == meeting.Id && (r.Ways == ReplyWays.Survey || r.Deadline <= clock.GetUtcNow().UtcDateTime), stop);
        return (over ? 0 : units - asked, asked > 0);
    }

    static async IAsyncEnumerable<(Matter, int)> LackingAsync(IQueryable<Attendee> people, DateOnly today, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        yield return (Matter.NoPhone, await people.CountAsync(OpenPoints.Lacking(OpenPoint.Phone, today), stop));
        yield return (Matter.NoArrival, await people.CountAsync(OpenPoints.Lacking(OpenPoint.Arrival, today), stop));
        yield return (Matter.AskAgain, await people.CountAsync(OpenPoints.Lacking(OpenPoint.AskAgain, today), stop));
        yield return (Matter.NoNotice, await people.CountAsync(OpenPoints.Lacking(OpenPoint.Notice, today), stop));
    }

    // The very units that the list of replies calls overdue.
    async Task<int> OverdueAsync(EventDb db, MeetingView meeting, CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (!await db.Set<ReplyRules>().AnyAsync(r => r.MeetingId == meeting.Id && r.Deadline <= now, stop)) return 0;
        return await db.Replies().Where(r => r.MeetingId == meeting.Id).CountAsync(ReplyStanding.IsSilent, stop);
    }
}
