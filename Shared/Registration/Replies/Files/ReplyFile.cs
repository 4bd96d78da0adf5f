using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Shared.Registration.Replies.Files;

/// <summary>A unit's file that was taken. Its content went into the reply; what is kept says which file it was.</summary>
public sealed class ReplyFile
{
    public const int NameLength = 200;

    public int Id { get; set; }
    public int ReplyId { get; set; }
    public Reply? Reply { get; set; }
    public required string Name { get; set; }

    /// <summary>SHA-256 of the file as received.</summary>
    public required byte[] Hash { get; set; }
    public DateTime TakenAt { get; set; }
    public required string TakenBy { get; set; }
    public int Changes { get; set; }

    /// <summary>False where something mandatory was missing: the answers stand in the form.</summary>
    public bool IsSent { get; set; }
}

sealed class ReplyFileMapping : IEntityTypeConfiguration<ReplyFile>
{
    public void Configure(EntityTypeBuilder<ReplyFile> file)
    {
        file.HasIndex(f => new { f.ReplyId, f.Hash }).IsUnique();
        file.HasOne(f => f.Reply).WithMany().HasForeignKey(f => f.ReplyId).OnDelete(DeleteBehavior.Cascade);
        file.Property(f => f.Name).HasMaxLength(ReplyFile.NameLength);
    }
}
