using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Shared.Meetings;

/// <summary>One print or file handed out: what, when, by whom. Its items say what stood on each, so that a later page can tell what has become stale.</summary>
public sealed class Printout
{
    public const int KindLength = 40;
    public const int ReasonLength = 200;

    public int Id { get; set; }
    public int MeetingId { get; set; }

    /// <summary>The sheet's own word in kebab-case: <c>badge</c>, <c>sign-in-sheet</c>, <c>roster</c>, <c>attendees-xlsx</c>.</summary>
    public required string Kind { get; set; }
    public DateTime PrintedAt { get; set; }
    public required string PrintedBy { get; set; }
    public string? Reason { get; set; }

    /// <summary>What the whole print is about where the kind alone does not say it: the checkpoint of a sign-in sheet.</summary>
    public long? AboutId { get; set; }
    public List<PrintoutItem> Items { get; set; } = [];
}

/// <summary>One subject on a printout and the fingerprint (SHA-256, first 16 bytes) of what was shown of it.</summary>
public sealed class PrintoutItem
{
    public long Id { get; set; }
    public int PrintoutId { get; set; }

    /// <summary>Place on the print, from 0.</summary>
    public int Position { get; set; }
    public required string Subject { get; set; }
    public long SubjectId { get; set; }
    public required byte[] Fingerprint { get; set; }
}

sealed class PrintoutMapping : IEntityTypeConfiguration<Printout>
{
    public void Configure(EntityTypeBuilder<Printout> printout)
    {
        printout.HasIndex(p => new { p.MeetingId, p.Kind, p.PrintedAt });
        printout.HasOne<Meeting>().WithMany().HasForeignKey(p => p.MeetingId).OnDelete(DeleteBehavior.Cascade);
        printout.Property(p => p.Kind).HasMaxLength(Printout.KindLength);
        printout.Property(p => p.Reason).HasMaxLength(Printout.ReasonLength);
        printout.HasMany(p => p.Items).WithOne().HasForeignKey(i => i.PrintoutId).OnDelete(DeleteBehavior.Cascade);
    }
}

sealed class PrintoutItemMapping : IEntityTypeConfiguration<PrintoutItem>
{
    public void Configure(EntityTypeBuilder<PrintoutItem> item) => item.HasIndex(i => new { i.Subject, i.SubjectId });
}
