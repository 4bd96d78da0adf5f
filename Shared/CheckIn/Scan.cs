using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shared.Meetings;
using Shared.Registration;

namespace Shared.CheckIn;

/// <summary>How a scan ended. The order is the order in which the cases are decided.</summary>
public enum ScanOutcome
{
    UnknownBadge = 1, UnboundBadge, RevokedBadge, Cancelled, NotEntitled, NotYetOpen, AlreadyClosed, NotInside, AlreadyIn, Welcome, WelcomeBack, Goodbye,
}

public enum ScanDirection { In = 1, Out }

/// <summary>How the person was named: badge read, chosen after a search, entered from the arrivals list, from a paper sheet, recorded along with another.</summary>
public enum ScanSource { Badge = 1, Search, List, Paper, Implied, Undo }

public enum ScanTiming { Early = 1, OnTime, Late }

/// <summary>One attempt. The log is append-only and keeps refusals too; an undo is a row of its own.</summary>
public sealed class Scan
{
    public const int ReasonLength = 200;

    public long Id { get; set; }
    public int MeetingId { get; set; }
    public int CheckpointId { get; set; }
    public int? StationId { get; set; }
    public int? OperatorId { get; set; }

    /// <summary>The signed-in person for a scan that came from a page and not from a station.</summary>
    public string? EnteredBy { get; set; }
    public int? AttendeeId { get; set; }
    public int? BadgeId { get; set; }

    /// <summary>HMAC under the badge key of a code nobody knows, first 16 bytes; a phone scanned by mistake cannot be recovered from it.</summary>
    public byte[]? UnknownCode { get; set; }
    public ScanOutcome Outcome { get; set; }
    public ScanDirection? Direction { get; set; }
    public ScanSource Source { get; set; }

    /// <summary>16 bytes, unique per station: a repeat is answered from this row.</summary>
    public byte[]? Nonce { get; set; }

    /// <summary>HMAC under the badge key, first 16 bytes, of what was asked (code or attendee, checkpoint, direction); another content under the same nonce is a conflict.</summary>
    public byte[]? Content { get; set; }

    /// <summary>The server's clock.</summary>
    public DateTime RecordedAt { get; set; }

    /// <summary>The deciding time: the server's clock, or for an offline scan the corrected clock of the station.</summary>
    public DateTime OccurredAt { get; set; }
    public bool Offline { get; set; }

    /// <summary>The station's time lay outside what is possible and was clamped; listed for a human.</summary>
    public bool Clamped { get; set; }

    /// <summary>An offline scan that would not have been admitted; listed for a human.</summary>
    public bool Conflict { get; set; }
    public ScanTiming? Timing { get; set; }

    /// <summary>Minutes early or late; zero on time.</summary>
    public int Minutes { get; set; }
    public string? OverrideReason { get; set; }

    /// <summary>The scan along with which this one was recorded (implied checkpoint), or which it takes back (undo).</summary>
    public long? OfScanId { get; set; }

    /// <summary>For <see cref="ScanOutcome.AlreadyIn"/>: the scan that was first.</summary>
    public long? FirstScanId { get; set; }
}

/// <summary>The row that judges: who is recorded where, on which day. Changed only in the transaction that logs the change.</summary>
public sealed class Presence
{
    public int CheckpointId { get; set; }
    public int AttendeeId { get; set; }

    /// <summary>The venue's day as days since 1970-01-01 where entry is once per day, else 0.</summary>
    public int Day { get; set; }
    public bool Inside { get; set; }
    public long FirstScanId { get; set; }
    public DateTime FirstAt { get; set; }
    public DateTime LastAt { get; set; }

    /// <summary>Which ten minutes since 1970 <see cref="FirstAt"/> lies in; computed by the database.</summary>
    public long FirstSlot { get; private set; }
}

/// <summary>An item handed over, with who gave it and when; undone rather than deleted.</summary>
public sealed class HandoutGiven
{
    public long Id { get; set; }
    public int AttendeeId { get; set; }
    public int ItemId { get; set; }
    public int Count { get; set; }
    public DateTime GivenAt { get; set; }
    public int? StationId { get; set; }
    public string? GivenBy { get; set; }

    /// <summary>The colleague who collected it (代领); collecting is not arriving.</summary>
    public string? CollectedBy { get; set; }
    public byte[]? Nonce { get; set; }
    public DateTime? UndoneAt { get; set; }
}

sealed class ScanMapping : IEntityTypeConfiguration<Scan>
{
    public void Configure(EntityTypeBuilder<Scan> scan)
    {
        scan.HasIndex(s => new { s.StationId, s.Nonce }).IsUnique().HasFilter("Nonce IS NOT NULL");
        scan.HasIndex(s => new { s.CheckpointId, s.OccurredAt });
        scan.HasIndex(s => s.AttendeeId);
        // Refusals and offline scans are few: these cost a welcome nothing.
        scan.HasIndex(s => new { s.CheckpointId, s.Outcome }).HasFilter($"Outcome < {(int)ScanOutcome.Welcome}");
        scan.HasIndex(s => s.CheckpointId).HasFilter("Offline");
        scan.HasIndex(s => s.OfScanId).HasFilter("OfScanId IS NOT NULL");
        scan.HasOne<Meeting>().WithMany().HasForeignKey(s => s.MeetingId).OnDelete(DeleteBehavior.Cascade);
        scan.HasOne<Checkpoint>().WithMany().HasForeignKey(s => s.CheckpointId).OnDelete(DeleteBehavior.Cascade);
        scan.HasOne<Attendee>().WithMany().HasForeignKey(s => s.AttendeeId).OnDelete(DeleteBehavior.Cascade);
        scan.Property(s => s.OverrideReason).HasMaxLength(Scan.ReasonLength);
    }
}

sealed class PresenceMapping : IEntityTypeConfiguration<Presence>
{
    public void Configure(EntityTypeBuilder<Presence> presence)
    {
        presence.HasKey(p => new { p.CheckpointId, p.AttendeeId, p.Day });
        presence.HasIndex(p => p.AttendeeId);
        presence.Property(p => p.FirstSlot).HasComputedColumnSql("FirstAt / 600000", stored: false);
        presence.HasOne<Checkpoint>().WithMany().HasForeignKey(p => p.CheckpointId).OnDelete(DeleteBehavior.Cascade);
        presence.HasOne<Attendee>().WithMany().HasForeignKey(p => p.AttendeeId).OnDelete(DeleteBehavior.Cascade);
    }
}

sealed class HandoutGivenMapping : IEntityTypeConfiguration<HandoutGiven>
{
    public void Configure(EntityTypeBuilder<HandoutGiven> given)
    {
        given.HasIndex(g => new { g.AttendeeId, g.ItemId });
        given.HasIndex(g => new { g.StationId, g.Nonce }).IsUnique().HasFilter("Nonce IS NOT NULL");
        given.HasOne<Attendee>().WithMany().HasForeignKey(g => g.AttendeeId).OnDelete(DeleteBehavior.Cascade);
        given.HasOne<HandoutItem>().WithMany().HasForeignKey(g => g.ItemId).OnDelete(DeleteBehavior.Cascade);
    }
}
