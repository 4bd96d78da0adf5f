using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shared.Meetings;

namespace Shared.Registration;

public enum ImportState { Writing = 1, Finished, Cancelled }

/// <summary>One roster file being brought in. Its people count only once it is finished.</summary>
public sealed class RosterImport
{
    public const int FileNameLength = 200;

    public int Id { get; set; }
    public int MeetingId { get; set; }
    public required string FileName { get; set; }
    public required byte[] FileHash { get; set; }
    public required string ImportedBy { get; set; }
    public ImportState State { get; set; }
    public DateTime StartedAt { get; set; }
    public DateTime? FinishedAt { get; set; }
    public int Added { get; set; }
    public int Changed { get; set; }

    /// <summary>Organisations and units that the import had to make, as JSON; they go again where it is cancelled.</summary>
    public string? Made { get; set; }
}

/// <summary>A change to one person already there, waiting for its turn after the import is finished; gone once applied.</summary>
public sealed class PendingChange
{
    public int Id { get; set; }
    public int ImportId { get; set; }
    public int AttendeeId { get; set; }

    /// <summary>JSON: what is to become what, field by field.</summary>
    public required string Fields { get; set; }
}

/// <summary>A header text that an organiser once assigned to a field; proposed again for the next file.</summary>
public sealed class RememberedColumn
{
    public int Id { get; set; }
    public int MeetingId { get; set; }
    public required string Header { get; set; }
    public required string Field { get; set; }
}

/// <summary>One searchable gram of one person: a character, a pair, a pinyin or initials prefix, the last digits of a phone.</summary>
public sealed class AttendeeGram
{
    public int MeetingId { get; set; }
    public required string Gram { get; set; }
    public int AttendeeId { get; set; }
}

sealed class RosterImportMapping : IEntityTypeConfiguration<RosterImport>
{
    public void Configure(EntityTypeBuilder<RosterImport> import)
    {
        import.HasIndex(i => new { i.MeetingId, i.State });
        import.HasIndex(i => i.MeetingId).HasFilter("State = 1").IsUnique();
        import.HasOne<Meeting>().WithMany().HasForeignKey(i => i.MeetingId).OnDelete(DeleteBehavior.Cascade);
        import.Property(i => i.FileName).HasMaxLength(RosterImport.FileNameLength);
    }
}

sealed class PendingChangeMapping : IEntityTypeConfiguration<PendingChange>
{
    public void Configure(EntityTypeBuilder<PendingChange> change)
    {
        change.HasIndex(c => c.ImportId);
        change.HasOne<RosterImport>().WithMany().HasForeignKey(c => c.ImportId).OnDelete(DeleteBehavior.Cascade);
        change.HasOne<Attendee>().WithMany().HasForeignKey(c => c.AttendeeId).OnDelete(DeleteBehavior.Cascade);
    }
}

sealed class RememberedColumnMapping : IEntityTypeConfiguration<RememberedColumn>
{
    public void Configure(EntityTypeBuilder<RememberedColumn> column)
    {
        column.HasIndex(c => new { c.MeetingId, c.Header }).IsUnique();
        column.HasOne<Meeting>().WithMany().HasForeignKey(c => c.MeetingId).OnDelete(DeleteBehavior.Cascade);
    }
}

sealed class AttendeeGramMapping : IEntityTypeConfiguration<AttendeeGram>
{
    public void Configure(EntityTypeBuilder<AttendeeGram> gram)
    {
        gram.HasKey(g => new { g.MeetingId, g.Gram, g.AttendeeId });
        gram.HasIndex(g => g.AttendeeId);
        gram.HasOne<Attendee>().WithMany().HasForeignKey(g => g.AttendeeId).OnDelete(DeleteBehavior.Cascade);
    }
}
