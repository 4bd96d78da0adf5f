using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shared.Access;
using Shared.Data;
using Shared.Live;
using Shared.Meetings;

namespace Shared.CheckIn.SettingUp;

/// <summary>What makes a meeting ready, in the order in which one does it. Each can be skipped.</summary>
public enum SetUpStep { Beginning = 1, Days, Units, Staff, Notice, Replies, Badges, Checkpoints, Station, Backup }

/// <summary>A step that an organiser does without. Doing it later counts all the same.</summary>
public sealed class SkippedStep
{
    public int MeetingId { get; set; }
    public SetUpStep Step { get; set; }
}

/// <summary>Lays a step of a meeting's set-up aside.</summary>
public sealed class SkipStep(IDbContextFactory<EventDb> dbs, AuditTrail audit, LiveUpdates live)
{
    public async Task RunAsync(int meetingId, SetUpStep step, string who, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var skipped = await db.Database.ExecuteSqlAsync($"INSERT INTO SkippedStep (MeetingId, Step) SELECT Id, {(int)step} FROM Meeting WHERE Id = {meetingId} ON CONFLICT DO NOTHING", stop);
        if (skipped == 0) return;
        await audit.AddAsync(db, who, "set-up-step-skipped", $"step:{step}", meetingId, null, stop);
        await transaction.CommitAsync(stop);
        live.Tell(SetUpProgress.Topic(meetingId));
    }
}

sealed class SkippedStepMapping : IEntityTypeConfiguration<SkippedStep>
{
    public void Configure(EntityTypeBuilder<SkippedStep> skipped)
    {
        skipped.HasKey(s => new { s.MeetingId, s.Step });
        skipped.HasOne<Meeting>().WithMany().HasForeignKey(s => s.MeetingId).OnDelete(DeleteBehavior.Cascade);
    }
}
