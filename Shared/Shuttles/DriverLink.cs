using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shared.Access;
using Shared.Meetings;

namespace Shared.Shuttles;

/// <summary>The secret link to the page of whoever drives a vehicle; one a vehicle. The token is made of the nonce by <see cref="LinkKey"/> and never stored.</summary>
public sealed class DriverLink
{
    /// <summary>What <see cref="LinkKey"/> is told that the token opens.</summary>
    public const string Purpose = "driver/v1";

    /// <summary>Days after the meeting's last on which it still opens: people are driven home.</summary>
    public const int DaysAfter = 1;

    public int Id { get; set; }
    public int MeetingId { get; set; }
    public int VehicleId { get; set; }

    /// <summary>A new one ends every token made before.</summary>
    public required byte[] Nonce { get; set; }

    /// <summary>When the link got its present token.</summary>
    public DateTime MadeAt { get; set; }

    /// <summary>When the present token was first used.</summary>
    public DateTime? OpenedAt { get; set; }
    public DateTime? EndedAt { get; set; }

    /// <summary>The page's path; the token stands behind it as the fragment, which no server is ever sent.</summary>
    public static string Path(int linkId) => $"/driver/{linkId}";

    /// <summary>The venue's last day on which it opens.</summary>
    public static DateOnly LastDay(MeetingView meeting) => meeting.LastDay.AddDays(DaysAfter);
}

sealed class DriverLinkMapping : IEntityTypeConfiguration<DriverLink>
{
    public void Configure(EntityTypeBuilder<DriverLink> link)
    {
        link.HasIndex(l => l.VehicleId).IsUnique();
        link.HasOne<Meeting>().WithMany().HasForeignKey(l => l.MeetingId).OnDelete(DeleteBehavior.Cascade);
        link.HasOne<Vehicle>().WithMany().HasForeignKey(l => l.VehicleId).OnDelete(DeleteBehavior.Cascade);
        link.Property(l => l.Nonce).HasMaxLength(LinkKey.NonceBytes);
    }
}
