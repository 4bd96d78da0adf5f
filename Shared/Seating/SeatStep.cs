using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shared.Registration;

namespace Shared.Seating;

public enum SeatStepKind { Seated = 1, Swapped, Unseated, Filled, Restored, Imported }

/// <summary>One thing that somebody did to a plan, with all it moved; what is taken back as a whole.</summary>
public sealed class SeatStep
{
    public int Id { get; set; }
    public int PlanId { get; set; }
    public SeatPlan? Plan { get; set; }
    public SeatStepKind Kind { get; set; }
    public required string By { get; set; }
    public DateTime At { get; set; }
    public bool Undone { get; set; }
    public List<SeatMove> Moves { get; set; } = [];
}

/// <summary>One person's move within a step; no seat is beside the plan.</summary>
public sealed class SeatMove
{
    public long Id { get; set; }
    public int StepId { get; set; }
    public int AttendeeId { get; set; }
    public int? FromSeatId { get; set; }
    public SeatReason? FromReason { get; set; }
    public int? ToSeatId { get; set; }
    public SeatReason? ToReason { get; set; }
}

sealed class SeatStepMapping : IEntityTypeConfiguration<SeatStep>
{
    public void Configure(EntityTypeBuilder<SeatStep> step)
    {
        step.HasOne(s => s.Plan).WithMany().HasForeignKey(s => s.PlanId).OnDelete(DeleteBehavior.Cascade);
        step.HasMany(s => s.Moves).WithOne().HasForeignKey(m => m.StepId).OnDelete(DeleteBehavior.Cascade);
    }
}

sealed class SeatMoveMapping : IEntityTypeConfiguration<SeatMove>
{
    public void Configure(EntityTypeBuilder<SeatMove> move)
    {
        move.HasIndex(m => m.AttendeeId);
        move.HasOne<Attendee>().WithMany().HasForeignKey(m => m.AttendeeId).OnDelete(DeleteBehavior.Cascade);
        move.HasOne<Seat>().WithMany().HasForeignKey(m => m.FromSeatId).OnDelete(DeleteBehavior.Cascade);
        move.HasOne<Seat>().WithMany().HasForeignKey(m => m.ToSeatId).OnDelete(DeleteBehavior.Cascade);
    }
}
