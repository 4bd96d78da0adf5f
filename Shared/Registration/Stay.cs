using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Shared.Registration;

/// <summary>单间, 标间合住.</summary>
public enum RoomKind { Single = 1, Twin }

/// <summary>早餐, 午餐, 晚餐.</summary>
[Flags]
public enum Meals { None = 0, Breakfast = 1, Lunch = 2, Dinner = 4 }

/// <summary>What a reply asks for: a bed, with whom, from when to when, which meals. The room that was given is <see cref="Attendee.Lodging"/>.</summary>
public sealed class Stay
{
    public const int RoommateLength = 40;

    public int AttendeeId { get; set; }

    /// <summary>Null while nobody has said.</summary>
    public bool? Needed { get; set; }
    public RoomKind? Room { get; set; }
    public string? Roommate { get; set; }
    public DateOnly? From { get; set; }

    /// <summary>The day of leaving; the night before is the last one.</summary>
    public DateOnly? To { get; set; }
    public Meals Meals { get; set; }
}

sealed class StayMapping : IEntityTypeConfiguration<Stay>
{
    public void Configure(EntityTypeBuilder<Stay> stay)
    {
        stay.HasKey(s => s.AttendeeId);
        stay.Property(s => s.AttendeeId).ValueGeneratedNever();
        stay.HasOne<Attendee>().WithOne(a => a.Stay).HasForeignKey<Stay>(s => s.AttendeeId).OnDelete(DeleteBehavior.Cascade);
        stay.Property(s => s.Roommate).HasMaxLength(Stay.RoommateLength);
    }
}
