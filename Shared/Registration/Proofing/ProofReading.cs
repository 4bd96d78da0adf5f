using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shared.Meetings;

namespace Shared.Registration.Proofing;

/// <summary>一校, 二校, 单位核对.</summary>
public enum ProofRound { First = 1, Second, Unit }

/// <summary>The last time somebody read one unit's names in one round, with what stood there then: what has changed since has to be read again.</summary>
public sealed class ProofReading
{
    public const int NameLength = Attendee.NameLength;

    public int Id { get; set; }
    public int MeetingId { get; set; }
    public int UnitId { get; set; }
    public ProofRound Round { get; set; }

    /// <summary>Who read it.</summary>
    public required string By { get; set; }

    /// <summary>Who wrote the reading down; null where the unit did so through its link.</summary>
    public string? EnteredBy { get; set; }
    public DateTime At { get; set; }

    /// <summary>The fingerprints of the unit's name and of each person, one after the other.</summary>
    public required byte[] Shown { get; set; }
}

sealed class ProofReadingMapping : IEntityTypeConfiguration<ProofReading>
{
    public void Configure(EntityTypeBuilder<ProofReading> reading)
    {
        reading.HasIndex(r => new { r.UnitId, r.Round }).IsUnique();
        reading.HasIndex(r => r.MeetingId);
        reading.HasOne<Meeting>().WithMany().HasForeignKey(r => r.MeetingId).OnDelete(DeleteBehavior.Cascade);
        reading.HasOne<Unit>().WithMany().HasForeignKey(r => r.UnitId).OnDelete(DeleteBehavior.Cascade);
        reading.Property(r => r.By).HasMaxLength(ProofReading.NameLength);
        reading.Property(r => r.EnteredBy).HasMaxLength(ProofReading.NameLength);
    }
}
