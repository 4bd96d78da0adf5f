using System.Globalization;
using EventApp.Components;
using Microsoft.Extensions.Localization;
using Shared.CheckIn;
using Shared.Meetings;
using Shared.Registration;

namespace EventApp.Registration.Own;

/// <summary>A person's page in words: in the reader's language, in the venue's zone, ready to be drawn and to be kept on the phone.</summary>
sealed record OwnFace
{
    public required string Meeting { get; init; }

    /// <summary>The moment of which this is, as people say it.</summary>
    public required string AsOf { get; init; }

    /// <summary>True where the person does not come; then nothing else is told.</summary>
    public bool Gone { get; init; }
    public string? When { get; init; }
    public string? Venue { get; init; }
    public string? Sample { get; init; }
    public string? Name { get; init; }
    public string? Unit { get; init; }
    public string? Post { get; init; }
    public FaceWord? Kind { get; init; }
    public FaceBadge? Badge { get; init; }
    public FaceLiaison? Liaison { get; init; }
    public IReadOnlyList<FacePlace> Places { get; init; } = [];
    public IReadOnlyList<FaceDay> Agenda { get; init; } = [];
    public IReadOnlyDictionary<string, string> Consents { get; init; } = new Dictionary<string, string>();
    public string? LegalBody { get; init; }
    public string? Notice { get; init; }

    /// <summary>To be sent back with an answer; of no use to whoever has not this browser's cookie.</summary>
    public string? Form { get; init; }
}

/// <param name="Key">What the colour hangs on.</param>
sealed record FaceWord(string Key, string Word);

/// <param name="Qr">The code as a drawing in SVG.</param>
sealed record FaceBadge(string Number, string Qr);

/// <param name="Call">Null where nobody may be called: no number, or an invented one.</param>
sealed record FaceLiaison(string Name, string? Phone, string? Call);

sealed record FacePlace(string What, string Where);

sealed record FaceDay(string Day, IReadOnlyList<FaceLine> Lines);

/// <param name="Opens">Unix milliseconds, and so is <paramref name="Closes"/>: the page marks by them what comes next.</param>
sealed record FaceLine(string Time, string Name, string Kind, long Opens, long Closes);

/// <summary>Puts into words what a person's own page shows.</summary>
sealed class OwnWords(IStringLocalizer<OwnTexts> texts, TimeProvider clock)
{
    public OwnFace Face(OwnCardView view, string? form)
    {
        var meeting = view.Meeting;
        var face = new OwnFace { Meeting = meeting.Title(), AsOf = meeting.Moment(clock.GetUtcNow().UtcDateTime), Gone = view.Person is null };
        if (view.Person is not { } person) return face;
        return face with
        {
            When = meeting.Days(), Venue = meeting.Venue, Sample = meeting.IsSample ? texts["Sample"].Value : null,
            Name = person.Name, Unit = person.Unit, Post = person.Post, Kind = new(person.Kind.ToString().ToLowerInvariant(), texts["Kind_" + person.Kind]),
            Badge = person.Badge is { } badge ? new(badge.Number, QrCode.Draw(badge.Code)) : null,
            Liaison = person.Liaison is { } l ? new(l.Name, l.Phone, meeting.IsSample ? null : l.Phone) : null,
            Places = [.. Places(person.Places)], Agenda = Days(meeting, person.Agenda),
            Consents = person.Consents.ToDictionary(c => c.Key.ToString(), c => c.Value.ToString()),
            LegalBody = texts["LegalBody", view.LegalBody ?? texts["Organisers"].Value], Notice = view.PrivacyNotice ?? texts["NoNotice"], Form = form,
        };
    }

    IEnumerable<FacePlace> Places(ShownAtScan places)
    {
        if (places.Seat is { } seat) yield return new(texts["Seat"], seat);
        if (places.Table is { } table) yield return new(texts["Table"], table);
        if (places.Trip is { } trip) yield return new(texts["Trip"], trip);
        if (places.SigningRound is { } round) yield return new(texts["Round"], texts["RoundIs", round]);
    }

    FaceDay[] Days(MeetingView meeting, IReadOnlyList<OwnAgendaLine> lines) =>
        [.. lines.GroupBy(line => meeting.Local(line.OpensAt).Date).Select(day => new FaceDay(Day(day.Key), [.. day.Select(line => Line(meeting, line))]))];

    FaceLine Line(MeetingView meeting, OwnAgendaLine line)
    {
        var (from, to) = (meeting.Local(line.OpensAt), meeting.Local(line.ClosesAt));
        return new($"{Clock(from)}–{(from.Date == to.Date ? Clock(to) : meeting.Moment(line.ClosesAt))}", InLanguage.Pick(line.Name, line.NameEn),
            texts["Agenda_" + line.Kind], Milliseconds(line.OpensAt), Milliseconds(line.ClosesAt));
    }

    string Day(DateTime day) => day.ToString(texts["DayForm"], CultureInfo.CurrentUICulture);

    static string Clock(DateTime at) => at.ToString("HH:mm", CultureInfo.InvariantCulture);

    static long Milliseconds(DateTime utc) => new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)).ToUnixTimeMilliseconds();
}
