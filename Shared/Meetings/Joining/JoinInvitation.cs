using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shared.Access;

namespace Shared.Meetings.Joining;

/// <summary>The code on an organiser's screen with which staff join a meeting; a new one ends the one before.</summary>
public sealed class JoinInvitation
{
    /// <summary>What <see cref="LinkKey"/> makes its token for.</summary>
    public const string Purpose = "join/v1";

    /// <summary>Long enough for a dozen people in a room, too short for a picture of the screen to be of use at home.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(15);

    public int MeetingId { get; set; }
    public required byte[] Nonce { get; set; }
    public DateTime EndsAt { get; set; }
}

/// <summary>Somebody with a phone says to be one of the staff, and waits for an organiser to say so too.</summary>
public sealed class JoinRequest
{
    /// <summary>For one name at a time, so that nobody fills the organiser's screen.</summary>
    public const int MostOfOne = 3;

    public int Id { get; set; }
    public int StaffMemberId { get; set; }

    /// <summary>SHA-256 of what the phone holds: it alone comes in once it is accepted.</summary>
    public required byte[] KeyHash { get; set; }
    public required string PinHash { get; set; }

    /// <summary>Browser and system in words, as far as it tells.</summary>
    public required string Device { get; set; }
    public DateTime AskedAt { get; set; }
    public DateTime? AnsweredAt { get; set; }
    public bool Accepted { get; set; }
}

sealed class JoinInvitationMapping : IEntityTypeConfiguration<JoinInvitation>
{
    public void Configure(EntityTypeBuilder<JoinInvitation> invitation)
    {
        invitation.HasKey(i => i.MeetingId);
        invitation.HasOne<Meeting>().WithOne().HasForeignKey<JoinInvitation>(i => i.MeetingId).OnDelete(DeleteBehavior.Cascade);
    }
}

sealed class JoinRequestMapping : IEntityTypeConfiguration<JoinRequest>
{
    public void Configure(EntityTypeBuilder<JoinRequest> request)
    {
        request.HasIndex(r => r.KeyHash).IsUnique();
        request.HasIndex(r => r.StaffMemberId);
        request.HasOne<StaffMember>().WithMany().HasForeignKey(r => r.StaffMemberId).OnDelete(DeleteBehavior.Cascade);
        request.Property(r => r.Device).HasMaxLength(Session.DeviceLength);
    }
}
