using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shared.CheckIn;
using Shared.Meetings;

namespace Shared.Dashboard;

/// <summary>A link that lets one projector show the numbers, and nothing else, without an account. Revoked at once.</summary>
public sealed class DisplayLink
{
    public const int NameLength = 30;
    public const int TokenBytes = 24;

    public int Id { get; set; }
    public int MeetingId { get; set; }

    /// <summary>Where it hangs (一楼大屏).</summary>
    public required string Name { get; set; }

    /// <summary>Null: report-in.</summary>
    public int? CheckpointId { get; set; }

    /// <summary>SHA-256 of the token; the token itself is shown once and never stored.</summary>
    public required byte[] TokenHash { get; set; }
    public required string MadeBy { get; set; }
    public DateTime MadeAt { get; set; }
    public DateTime? RevokedAt { get; set; }

    /// <summary>URL-safe, so that it stands in an address's fragment as it is.</summary>
    internal static string NewToken() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(TokenBytes)).Replace('+', '-').Replace('/', '_');

    internal static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}

sealed class DisplayLinkMapping : IEntityTypeConfiguration<DisplayLink>
{
    public void Configure(EntityTypeBuilder<DisplayLink> link)
    {
        link.HasIndex(l => l.TokenHash).IsUnique();
        link.HasOne<Meeting>().WithMany().HasForeignKey(l => l.MeetingId).OnDelete(DeleteBehavior.Cascade);
        link.HasOne<Checkpoint>().WithMany().HasForeignKey(l => l.CheckpointId).OnDelete(DeleteBehavior.SetNull);
        link.Property(l => l.Name).HasMaxLength(DisplayLink.NameLength);
    }
}
