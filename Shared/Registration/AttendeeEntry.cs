using Shared.Chinese;

namespace Shared.Registration;

/// <summary>What a form says of one person; texts as typed.</summary>
public sealed record AttendeeEntry
{
    /// <summary>Null for a person to be added.</summary>
    public int? Id { get; init; }

    /// <summary>The version that the form was filled from.</summary>
    public int Version { get; init; }
    public string? Name { get; init; }

    /// <summary>The unit by its full name, short name or alias.</summary>
    public string? Unit { get; init; }
    public Gender? Gender { get; init; }
    public string? Post { get; init; }
    public string? Department { get; init; }
    public AttendeeCategory Category { get; init; } = AttendeeCategory.Delegate;
    public string? Phone { get; init; }
    public string? ContactPhone { get; init; }
    public bool IsHead { get; init; }

    /// <summary>As <see cref="Attendee.NeedsAccess"/>; null where the form does not ask.</summary>
    public bool? NeedsAccess { get; init; }

    /// <summary>Speaks on the stage; null where the form does not ask. What scenes give, they give themselves.</summary>
    public bool? Speaks { get; init; }
    public int Companions { get; init; }
    public string? Lodging { get; init; }
    public string? Remark { get; init; }
    public TravelNote Arrival { get; init; } = new(null, null, null, null, null);
    public TravelNote Departure { get; init; } = new(null, null, null, null, null);

    /// <summary>The same with every text cleaned: blanks and widths of names, codes in capitals, empty as null.</summary>
    internal AttendeeEntry Clean() => this with
    {
        Name = Empty(TextNormal.PersonName(Name)), Unit = Empty(TextNormal.Line(Unit)), Post = Empty(TextNormal.Line(Post)),
        Department = Empty(TextNormal.Line(Department)), Phone = Empty(TextNormal.Line(Phone)), ContactPhone = Empty(TextNormal.Line(ContactPhone)),
        Lodging = Empty(TextNormal.Line(Lodging)), Remark = Empty(Remark?.Trim()), Arrival = Clean(Arrival), Departure = Clean(Departure),
    };

    static TravelNote Clean(TravelNote way) => way with { ServiceNo = Empty(TextNormal.Code(way.ServiceNo)), Terminal = Empty(TextNormal.Line(way.Terminal)) };

    static string? Empty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
