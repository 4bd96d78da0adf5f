using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shared.Registration;

namespace Shared.Seating;

/// <summary>Who sits where in a hall. One plan of a hall is the one in force; the others are versions kept under a name.</summary>
public sealed class SeatPlan
{
    public const int NameLength = 40;
    public const int MostVersions = 30;

    public int Id { get; set; }
    public int HallId { get; set; }
    public Hall? Hall { get; set; }

    /// <summary>Empty for the plan in force.</summary>
    public required string Name { get; set; }
    public bool IsCurrent { get; set; }
    public DateTime MadeAt { get; set; }
    public required string MadeBy { get; set; }
    public List<Placement> Placements { get; set; } = [];
}

/// <summary>Why somebody sits there: given by hand, by the order of the list, among those of rank in front, beside an aisle for the way to the stage, grouped with others at a table, where a wheelchair reaches.</summary>
public enum SeatReason { ByHand = 1, Order, Front, Stage, Grouped, Access }

/// <summary>One person on one seat of one plan. Of somebody who does not come it stands unread, until the seat is given away.</summary>
public sealed class Placement
{
    public int Id { get; set; }
    public int PlanId { get; set; }
    public int SeatId { get; set; }
    public Seat? Seat { get; set; }
    public int AttendeeId { get; set; }
    public bool Locked { get; set; }
    public SeatReason Reason { get; set; } = SeatReason.ByHand;

    /// <summary>Rank, tasks and needs stay with the person: their places are not inherited.</summary>
    public static bool Passes(SeatReason reason, bool isFront) => !isFront && reason is SeatReason.ByHand or SeatReason.Order or SeatReason.Grouped;
}

sealed class SeatPlanMapping : IEntityTypeConfiguration<SeatPlan>
{
    public void Configure(EntityTypeBuilder<SeatPlan> plan)
    {
        plan.HasIndex(p => new { p.HallId, p.Name }).IsUnique();
        plan.HasIndex(p => p.HallId).IsUnique().HasFilter("IsCurrent");
        plan.HasOne(p => p.Hall).WithMany().HasForeignKey(p => p.HallId).OnDelete(DeleteBehavior.Cascade);
        plan.HasMany(p => p.Placements).WithOne().HasForeignKey(p => p.PlanId).OnDelete(DeleteBehavior.Cascade);
        plan.Property(p => p.Name).HasMaxLength(SeatPlan.NameLength);
    }
}

sealed class PlacementMapping : IEntityTypeConfiguration<Placement>
{
    public void Configure(EntityTypeBuilder<Placement> placement)
    {
        placement.HasIndex(p => new { p.PlanId, p.SeatId }).IsUnique();
        placement.HasIndex(p => new { p.PlanId, p.AttendeeId }).IsUnique();
        placement.HasOne(p => p.Seat).WithMany().HasForeignKey(p => p.SeatId).OnDelete(DeleteBehavior.Cascade);
        placement.HasOne<Attendee>().WithMany().HasForeignKey(p => p.AttendeeId).OnDelete(DeleteBehavior.Cascade);
    }
}
