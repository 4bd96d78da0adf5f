using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shared.Meetings;

namespace Shared.CheckIn;

public enum StationKind { Desk = 1, Kiosk, Handheld }

/// <summary>An enrolled check-in device (签到设备). Never a railway station: that is a terminal.</summary>
public sealed class Station
{
    public const int NameLength = 30;

    public int Id { get; set; }
    public int MeetingId { get; set; }
    public required string Name { get; set; }
    public StationKind Kind { get; set; }

    /// <summary>SHA-256 of the bearer token; null until the device has traded its pairing code.</summary>
    public byte[]? TokenHash { get; set; }

    /// <summary>The staff member who works it now; a kiosk has none.</summary>
    public int? OperatorId { get; set; }

    /// <summary>Hash of the PIN that a kiosk asks before it is left.</summary>
    public string? PinHash { get; set; }

    /// <summary>SHA-256 of the one-time pairing code while one is open.</summary>
    public byte[]? PairingHash { get; set; }
    public DateTime? PairingEndsAt { get; set; }
    public DateTime? EnrolledAt { get; set; }
    public DateTime? LastSeenAt { get; set; }
    public DateTime? RevokedAt { get; set; }
    public List<StationCheckpoint> Checkpoints { get; set; } = [];
}

/// <summary>A checkpoint this station may use. A station without any may use all of its meeting.</summary>
public sealed class StationCheckpoint
{
    public int StationId { get; set; }
    public int CheckpointId { get; set; }
}

sealed class StationMapping : IEntityTypeConfiguration<Station>
{
    public void Configure(EntityTypeBuilder<Station> station)
    {
        station.HasIndex(s => new { s.MeetingId, s.Name }).IsUnique();
        station.HasIndex(s => s.TokenHash).IsUnique();
        station.HasIndex(s => s.PairingHash).IsUnique();
        station.HasOne<Meeting>().WithMany().HasForeignKey(s => s.MeetingId).OnDelete(DeleteBehavior.Cascade);
        station.HasOne<StaffMember>().WithMany().HasForeignKey(s => s.OperatorId).OnDelete(DeleteBehavior.SetNull);
        station.HasMany(s => s.Checkpoints).WithOne().HasForeignKey(c => c.StationId).OnDelete(DeleteBehavior.Cascade);
        station.Property(s => s.Name).HasMaxLength(Station.NameLength);
    }
}

sealed class StationCheckpointMapping : IEntityTypeConfiguration<StationCheckpoint>
{
    public void Configure(EntityTypeBuilder<StationCheckpoint> allowed)
    {
        allowed.HasKey(c => new { c.StationId, c.CheckpointId });
        allowed.HasOne<Checkpoint>().WithMany().HasForeignKey(c => c.CheckpointId).OnDelete(DeleteBehavior.Cascade);
    }
}
