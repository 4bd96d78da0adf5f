using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Shared.Registration.Mending;

/// <summary>Somebody looked at two records that are alike and said that they are two people.</summary>
public sealed class TwoPeople
{
    public int MeetingId { get; set; }

    /// <summary>The lower id of the two.</summary>
    public int OneId { get; set; }
    public int OtherId { get; set; }
    public required string SaidBy { get; set; }
    public DateTime SaidAt { get; set; }
}

sealed class TwoPeopleMapping : IEntityTypeConfiguration<TwoPeople>
{
    public void Configure(EntityTypeBuilder<TwoPeople> two)
    {
        two.HasKey(t => new { t.OneId, t.OtherId });
        two.HasIndex(t => t.MeetingId);
        two.HasOne<Attendee>().WithMany().HasForeignKey(t => t.OneId).OnDelete(DeleteBehavior.Cascade);
        two.HasOne<Attendee>().WithMany().HasForeignKey(t => t.OtherId).OnDelete(DeleteBehavior.Cascade);
        two.Property(t => t.SaidBy).HasMaxLength(Attendee.NameLength);
    }
}
