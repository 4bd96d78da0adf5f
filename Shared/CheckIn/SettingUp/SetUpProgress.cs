using Microsoft.EntityFrameworkCore;
using Shared.Data;
using Shared.Data.Backups;
using Shared.Live;
using Shared.Meetings;
using Shared.Registration;
using Shared.Registration.Replies;

namespace Shared.CheckIn.SettingUp;

public enum StepState { Open = 1, Done, Skipped }

/// <param name="HalfDone">Open, but begun: there are staff and no unit has a liaison yet.</param>
public sealed record StepView(SetUpStep Step, StepState State, bool HalfDone = false);

/// <param name="Shown">Whether anybody is reminded of it: not once every step is done or skipped, not once the meeting has begun, never for the sample meeting.</param>
public sealed record SetUpView(IReadOnlyList<StepView> Steps, bool Shown)
{
    public int Open => Steps.Count(step => step.State == StepState.Open);

    public StepView Of(SetUpStep step) => Steps[(int)step - 1];

    /// <summary>The first open one behind a step, else the first open one; null where none is.</summary>
    public StepView? After(SetUpStep? step) =>
        Steps.FirstOrDefault(other => other.State == StepState.Open && other.Step > step) ?? Steps.FirstOrDefault(other => other.State == StepState.Open && other.Step != step);
}

/// <summary>How far the set-up of a meeting is. What is done is read from the data; nothing has to be ticked off.</summary>
public sealed class SetUpProgress(IDbContextFactory<EventDb> dbs, DataDirectory data, TimeProvider clock)
{
    /// <summary>Told when a step was skipped.</summary>
    public static LiveTopic Topic(int meetingId) => new("set-up", meetingId);

    public async Task<SetUpView> ReadAsync(MeetingView meeting, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        return await db.AtOneMomentAsync(async () =>
        {
            var (id, skips) = (meeting.Id, db.Set<SkippedStep>());
            var skipped = (await skips.Where(s => s.MeetingId == id).Select(s => s.Step).ToListAsync(stop)).ToHashSet();
            var staff = await db.Staff().AnyAsync(s => s.MeetingId == id && !s.Left, stop);
            var done = new HashSet<SetUpStep> { SetUpStep.Beginning };
            foreach (var (step, isDone) in await DoneAsync(db, id, staff, stop))
                if (isDone) done.Add(step);
            var steps = Enum.GetValues<SetUpStep>().Select(step => new StepView(step, done.Contains(step) ? StepState.Done : skipped.Contains(step) ? StepState.Skipped : StepState.Open,
                step == SetUpStep.Staff && staff && !done.Contains(step))).ToList();
            var begun = meeting.Day(clock.GetUtcNow().UtcDateTime) >= meeting.FirstDay;
            return new SetUpView(steps, !begun && !meeting.IsSample && steps.Exists(step => step.State == StepState.Open));
        }, stop);
    }

    async Task<(SetUpStep, bool)[]> DoneAsync(EventDb db, int id, bool staff, CancellationToken stop)
    {
        var own = await db.Meetings().AsNoTracking().SingleAsync(m => m.Id == id, stop);
        var units = db.Units().Where(u => u.MeetingId == id);
        return
        [
            (SetUpStep.Days, own.Venue is not null),
            (SetUpStep.Units, await units.AnyAsync(stop)),
            (SetUpStep.Staff, staff && await units.AnyAsync(u => u.LiaisonId != null, stop)),
            (SetUpStep.Notice, NoticePlaces.IsFinished(own)),
            (SetUpStep.Replies, await db.Set<ReplyRules>().AnyAsync(r => r.MeetingId == id && r.Deadline != null, stop)),
            (SetUpStep.Badges, await db.Printouts().AnyAsync(p => p.MeetingId == id && (p.Kind == PrintKinds.Badge || p.Kind == PrintKinds.BadgeFile), stop)),
            (SetUpStep.Checkpoints, await db.Checkpoints().AnyAsync(c => c.MeetingId == id && !c.Retired, stop)),
            (SetUpStep.Station, await db.Scans().AnyAsync(s => s.MeetingId == id && s.StationId != null, stop)),
            (SetUpStep.Backup, BackupFolder.IsReachable(data)),
        ];
    }
}
