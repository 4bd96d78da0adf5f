using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shared.Access;
using Shared.Meetings;

namespace Shared.Registration;

/// <summary>The secret link to a person's own page; one a person. The token is made of the nonce by <see cref="LinkKey"/> and never stored.</summary>
public sealed class AttendeeLink
{
    /// <summary>What <see cref="LinkKey"/> is told that the token opens.</summary>
    public const string Purpose = "person/v1";

    public int Id { get; set; }
    public int MeetingId { get; set; }
    public int AttendeeId { get; set; }

    /// <summary>A new one ends every token made before.</summary>
    public required byte[] Nonce { get; set; }

    /// <summary>When the link got its present token.</summary>
    public DateTime MadeAt { get; set; }

    /// <summary>When the present token was first used.</summary>
    public DateTime? OpenedAt { get; set; }
    public DateTime? EndedAt { get; set; }

    /// <summary>The page's path; the token stands behind it as the fragment, which no server is ever sent.</summary>
    public static string Path(int linkId) => $"/me/{linkId}";
}

sealed class AttendeeLinkMapping : IEntityTypeConfiguration<AttendeeLink>
{
    public void Configure(EntityTypeBuilder<AttendeeLink> link)
    {
        link.HasIndex(l => l.AttendeeId).IsUnique();
        link.HasOne<Meeting>().WithMany().HasForeignKey(l => l.MeetingId).OnDelete(DeleteBehavior.Cascade);
        link.HasOne<Attendee>().WithMany().HasForeignKey(l => l.AttendeeId).OnDelete(DeleteBehavior.Cascade);
        link.Property(l => l.Nonce).HasMaxLength(LinkKey.NonceBytes);
    }
}
