using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Shared.Registration.Replies;

public enum ReplyChangeState { Open = 1, Accepted, Refused }

/// <summary>One answer that a unit sent after the deadline; it stands in the list only once the organiser accepts it.</summary>
public sealed class ReplyChange
{
    public const int NameLength = 60;

    public int Id { get; set; }
    public int ReplyId { get; set; }
    public Reply? Reply { get; set; }

    /// <summary>As in <see cref="ReplyDraft.Person"/>.</summary>
    public required string Person { get; set; }

    /// <summary>How the person was called when it was asked; null for what concerns the unit.</summary>
    public string? PersonName { get; set; }
    public required string Field { get; set; }
    public string? Before { get; set; }
    public required string After { get; set; }
    public required string Editor { get; set; }
    public DateTime AskedAt { get; set; }
    public ReplyChangeState State { get; set; } = ReplyChangeState.Open;
    public DateTime? DecidedAt { get; set; }
    public string? DecidedBy { get; set; }
    public string? Reason { get; set; }
}

sealed class ReplyChangeMapping : IEntityTypeConfiguration<ReplyChange>
{
    public void Configure(EntityTypeBuilder<ReplyChange> change)
    {
        change.HasIndex(c => new { c.ReplyId, c.State });
        change.HasOne(c => c.Reply).WithMany().HasForeignKey(c => c.ReplyId).OnDelete(DeleteBehavior.Cascade);
        change.Property(c => c.Person).HasMaxLength(ReplyDraft.PersonLength);
        change.Property(c => c.PersonName).HasMaxLength(ReplyChange.NameLength);
        change.Property(c => c.Field).HasMaxLength(ReplyDraft.FieldLength);
        change.Property(c => c.Before).HasMaxLength(ReplyDraft.TextLength);
        change.Property(c => c.After).HasMaxLength(ReplyDraft.TextLength);
        change.Property(c => c.Editor).HasMaxLength(ReplyDraft.EditorLength);
        change.Property(c => c.Reason).HasMaxLength(Attendee.ReasonLength);
    }
}
