using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Shared.CheckIn;

/// <summary>Something a station did besides scanning (walk-in, binding, substitution, reinstating), kept under its nonce so that a repeat does nothing again.</summary>
public sealed class DeskWork
{
    public int StationId { get; set; }

    /// <summary>16 bytes.</summary>
    public required byte[] Nonce { get; set; }

    /// <summary>HMAC under the badge key, first 16 bytes, of what was asked.</summary>
    public required byte[] Content { get; set; }

    /// <summary>The person or badge it made or changed.</summary>
    public int SubjectId { get; set; }
    public DateTime RecordedAt { get; set; }
}

sealed class DeskWorkMapping : IEntityTypeConfiguration<DeskWork>
{
    public void Configure(EntityTypeBuilder<DeskWork> work)
    {
        work.HasKey(w => new { w.StationId, w.Nonce });
        work.HasOne<Station>().WithMany().HasForeignKey(w => w.StationId).OnDelete(DeleteBehavior.Cascade);
    }
}
