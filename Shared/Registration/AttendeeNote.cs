using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Shared.Registration;

/// <summary>A manual decision about a person, in words, with who and when (留痕).</summary>
public sealed class AttendeeNote
{
    public const int TextLength = 500;

    public int Id { get; set; }
    public int MeetingId { get; set; }
    public int AttendeeId { get; set; }
    public required string Text { get; set; }
    public required string WrittenBy { get; set; }
    public DateTime WrittenAt { get; set; }
}

sealed class AttendeeNoteMapping : IEntityTypeConfiguration<AttendeeNote>
{
    public void Configure(EntityTypeBuilder<AttendeeNote> note)
    {
        note.HasIndex(n => new { n.MeetingId, n.AttendeeId });
        note.HasOne<Attendee>().WithMany().HasForeignKey(n => n.AttendeeId).OnDelete(DeleteBehavior.Cascade);
        note.Property(n => n.Text).HasMaxLength(AttendeeNote.TextLength);
    }
}
