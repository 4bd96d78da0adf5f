using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shared.Meetings;
using Shared.Registration;

namespace Shared.CheckIn;

/// <summary>A printed badge. Without an attendee it is a spare, printed in advance. Re-issuing makes a new row and revokes the old one.</summary>
public sealed class Badge
{
    public const int IdBytes = 16;
    public const int NumberLength = 8;
    public const int ReasonLength = 200;

    public int Id { get; set; }
    public int MeetingId { get; set; }

    /// <summary>16 random bytes; with the badge key they give the code. Nothing about the person is in them.</summary>
    public required byte[] Secret { get; set; }

    /// <summary>SHA-256 of the code; the code itself is never stored.</summary>
    public required byte[] CodeHash { get; set; }

    /// <summary>Shown under the QR (A017); unique in the meeting.</summary>
    public required string Number { get; set; }
    public int? AttendeeId { get; set; }
    public DateTime IssuedAt { get; set; }
    public DateTime? RevokedAt { get; set; }
    public string? RevokedReason { get; set; }
}

sealed class BadgeMapping : IEntityTypeConfiguration<Badge>
{
    public void Configure(EntityTypeBuilder<Badge> badge)
    {
        badge.HasIndex(b => b.CodeHash).IsUnique();
        badge.HasIndex(b => new { b.MeetingId, b.Number }).IsUnique();
        badge.HasIndex(b => b.AttendeeId).IsUnique().HasFilter("AttendeeId IS NOT NULL AND RevokedAt IS NULL");
        badge.HasOne<Meeting>().WithMany().HasForeignKey(b => b.MeetingId).OnDelete(DeleteBehavior.Cascade);
        badge.HasOne<Attendee>().WithMany().HasForeignKey(b => b.AttendeeId).OnDelete(DeleteBehavior.Cascade);
        badge.Property(b => b.Number).HasMaxLength(Badge.NumberLength);
        badge.Property(b => b.RevokedReason).HasMaxLength(Badge.ReasonLength);
    }
}
