using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shared.Meetings;
using Shared.Registration;

namespace Shared.CheckIn;

/// <summary>报到 once per meeting; 签到 per session; meals, trips and hand-outs.</summary>
public enum CheckpointKind { ReportIn = 1, Session, Meal, Trip, Handout }

public enum Admission { All = 1, Categories, List }

public enum EntryRule { Once = 1, ReEntry, OncePerDay }

/// <summary>Mark: early and late people are welcome and the answer says so. Enforce: outside the hours nobody is.</summary>
public enum HoursRule { Mark = 1, Enforce }

/// <summary>Where one is checked in.</summary>
public sealed class Checkpoint
{
    public const int NameLength = 40;

    public int Id { get; set; }
    public int MeetingId { get; set; }
    public required string Name { get; set; }
    public string? NameEn { get; set; }
    public CheckpointKind Kind { get; set; }
    public DateTime OpensAt { get; set; }
    public DateTime ClosesAt { get; set; }
    public HoursRule Hours { get; set; } = HoursRule.Mark;
    public EntryRule Entry { get; set; } = EntryRule.Once;
    public Admission Admits { get; set; } = Admission.All;

    /// <summary>Bit n is set where <see cref="AttendeeCategory"/> n is admitted; read only with <see cref="Admission.Categories"/>.</summary>
    public int CategoryBits { get; set; }
    public bool Retired { get; set; }
    public List<CheckpointImplication> Implies { get; set; } = [];
    public List<HandoutItem> Items { get; set; } = [];

    /// <summary>The categories whose bit is set.</summary>
    public AttendeeCategory[] Categories => [.. Enum.GetValues<AttendeeCategory>().Where(category => (CategoryBits & Bit(category)) != 0)];

    public static int Bit(AttendeeCategory category) => 1 << (int)category;
}

/// <summary>A welcome at one checkpoint also records the implied one where it is still missing.</summary>
public sealed class CheckpointImplication
{
    public int CheckpointId { get; set; }
    public int ImpliedId { get; set; }
}

/// <summary>One person on a checkpoint's explicit list.</summary>
public sealed class CheckpointGuest
{
    public int CheckpointId { get; set; }
    public int AttendeeId { get; set; }
}

/// <summary>Something to hand over at a checkpoint (资料袋, 餐券×3, 房卡).</summary>
public sealed class HandoutItem
{
    public const int NameLength = 20;
    public const int MostCount = 99;

    public int Id { get; set; }
    public int CheckpointId { get; set; }
    public required string Name { get; set; }
    public int Count { get; set; } = 1;
    public int Position { get; set; }
}

sealed class CheckpointMapping : IEntityTypeConfiguration<Checkpoint>
{
    public void Configure(EntityTypeBuilder<Checkpoint> checkpoint)
    {
        checkpoint.Ignore(c => c.Categories);
        checkpoint.HasIndex(c => new { c.MeetingId, c.Name }).IsUnique();
        checkpoint.HasOne<Meeting>().WithMany().HasForeignKey(c => c.MeetingId).OnDelete(DeleteBehavior.Cascade);
        checkpoint.Property(c => c.Name).HasMaxLength(Checkpoint.NameLength);
        checkpoint.Property(c => c.NameEn).HasMaxLength(Checkpoint.NameLength);
        checkpoint.HasMany(c => c.Implies).WithOne().HasForeignKey(i => i.CheckpointId).OnDelete(DeleteBehavior.Cascade);
        checkpoint.HasMany(c => c.Items).WithOne().HasForeignKey(i => i.CheckpointId).OnDelete(DeleteBehavior.Cascade);
    }
}

sealed class CheckpointImplicationMapping : IEntityTypeConfiguration<CheckpointImplication>
{
    public void Configure(EntityTypeBuilder<CheckpointImplication> implication)
    {
        implication.HasKey(i => new { i.CheckpointId, i.ImpliedId });
        implication.HasOne<Checkpoint>().WithMany().HasForeignKey(i => i.ImpliedId).OnDelete(DeleteBehavior.Cascade);
    }
}

sealed class CheckpointGuestMapping : IEntityTypeConfiguration<CheckpointGuest>
{
    public void Configure(EntityTypeBuilder<CheckpointGuest> guest)
    {
        guest.HasKey(g => new { g.CheckpointId, g.AttendeeId });
        guest.HasOne<Checkpoint>().WithMany().HasForeignKey(g => g.CheckpointId).OnDelete(DeleteBehavior.Cascade);
        guest.HasOne<Attendee>().WithMany().HasForeignKey(g => g.AttendeeId).OnDelete(DeleteBehavior.Cascade);
    }
}

sealed class HandoutItemMapping : IEntityTypeConfiguration<HandoutItem>
{
    public void Configure(EntityTypeBuilder<HandoutItem> item)
    {
        item.HasIndex(i => new { i.CheckpointId, i.Name }).IsUnique();
        item.Property(i => i.Name).HasMaxLength(HandoutItem.NameLength);
    }
}
