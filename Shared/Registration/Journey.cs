using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Shared.Registration;

public enum JourneyDirection { Arrival = 1, Departure }

/// <summary>Undecided (行程待定) is an answer: ask again on a day.</summary>
public enum TravelMode { Local = 1, Train, Flight, Car, Other, Undecided }

/// <summary>How one person comes, or goes. At most one of each.</summary>
public sealed class Journey
{
    public const int ServiceLength = 20;
    public const int TerminalLength = 30;

    public int Id { get; set; }
    public int AttendeeId { get; set; }
    public JourneyDirection Direction { get; set; }
    public TravelMode? Mode { get; set; }

    /// <summary>Train or flight number, upper case (班次).</summary>
    public string? ServiceNo { get; set; }

    /// <summary>The second number of a service that has two (D6902/D6903).</summary>
    public string? ServiceAlias { get; set; }

    /// <summary>Railway station or airport (到达站); never inferred from the number.</summary>
    public string? Terminal { get; set; }
    public DateTime? At { get; set; }

    /// <summary>The day is known, the hour is not; <see cref="At"/> is then midnight at the venue.</summary>
    public bool DayOnly { get; set; }
    public bool? NeedsRide { get; set; }

    /// <summary>When an undecided journey has to be asked for again.</summary>
    public DateOnly? AskAgainOn { get; set; }

    /// <summary>The same way for another person.</summary>
    internal Journey Copy()
    {
        var copy = new Journey { Direction = Direction };
        copy.Take(this);
        return copy;
    }

    internal void Take(Journey from)
    {
        (Mode, ServiceNo, ServiceAlias, Terminal, At) = (from.Mode, from.ServiceNo, from.ServiceAlias, from.Terminal, from.At);
        (DayOnly, NeedsRide, AskAgainOn) = (from.DayOnly, from.NeedsRide, from.AskAgainOn);
    }
}

/// <summary>What was agreed to, for one purpose.</summary>
public enum ConsentPurpose { Notice = 1, PublishedList, PublicScreen, Photograph }

public enum ConsentState { Unknown = 0, Yes, No }

/// <summary>One person's agreement for one purpose, with where it came from and when. Unknown is never taken for yes.</summary>
public sealed class Consent
{
    public int Id { get; set; }
    public int AttendeeId { get; set; }
    public ConsentPurpose Purpose { get; set; }
    public ConsentState State { get; set; }
    public required string Source { get; set; }
    public DateTime GivenAt { get; set; }
}

public enum DietKind { None = 0, Halal, Vegetarian, Allergy }

/// <summary>Sensitive, so apart from the person: read by catering alone, with a consent of its own.</summary>
public sealed class Diet
{
    public const int NoteLength = 200;

    public int AttendeeId { get; set; }
    public DietKind Kind { get; set; }
    public string? Note { get; set; }
    public ConsentState Consent { get; set; }

    /// <summary>How the consent came; null for what a list brought, where nobody has agreed yet.</summary>
    public ConsentSource? Source { get; set; }
    public DateTime EnteredAt { get; set; }

    /// <summary>The person agreed to it, or entered it: it may be told with the name, and a list does not change it.</summary>
    public bool IsTheirs => Consent == ConsentState.Yes || Source == ConsentSource.OwnPage;

    /// <summary>The same, asked of the database.</summary>
    public static readonly Expression<Func<Diet, bool>> Theirs = d => d.Consent == ConsentState.Yes || d.Source == ConsentSource.OwnPage;
}

sealed class JourneyMapping : IEntityTypeConfiguration<Journey>
{
    public void Configure(EntityTypeBuilder<Journey> journey)
    {
        journey.HasIndex(j => new { j.AttendeeId, j.Direction }).IsUnique();
        journey.Property(j => j.ServiceNo).HasMaxLength(Journey.ServiceLength);
        journey.Property(j => j.ServiceAlias).HasMaxLength(Journey.ServiceLength);
        journey.Property(j => j.Terminal).HasMaxLength(Journey.TerminalLength);
    }
}

sealed class ConsentMapping : IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<Consent> consent) =>
        consent.HasIndex(c => new { c.AttendeeId, c.Purpose }).IsUnique();
}

sealed class DietMapping : IEntityTypeConfiguration<Diet>
{
    public void Configure(EntityTypeBuilder<Diet> diet)
    {
        diet.HasKey(d => d.AttendeeId);
        diet.Ignore(d => d.IsTheirs);
        diet.HasOne<Attendee>().WithOne().HasForeignKey<Diet>(d => d.AttendeeId).OnDelete(DeleteBehavior.Cascade);
        diet.Property(d => d.Note).HasMaxLength(Diet.NoteLength);
    }
}
