using System.Globalization;
using Shared.Chinese;
using Shared.Meetings;
using Shared.Registration.Importing;

namespace Shared.Registration.Replies;

/// <summary>A registered person as the form's answers, and back. An answer that is not given is no entry.</summary>
static class PersonAnswers
{
    public static Dictionary<string, string> Of(Attendee a, MeetingView meeting)
    {
        var answers = new Answers
        {
            [ReplyFields.Name] = a.Name, [ReplyFields.Gender] = Word(a.Gender), [ReplyFields.Post] = a.Post, [ReplyFields.Department] = a.Department, [ReplyFields.Phone] = a.Phone ?? a.ContactPhone,
            [ReplyFields.Category] = Word<AttendeeCategory>(a.Category), [ReplyFields.Companions] = a.Companions > 0 ? Number(a.Companions) : null, [ReplyFields.Remark] = a.Remark,
            [ReplyFields.Lodging] = YesNo(a.Stay?.Needed ?? (a.Lodging is null ? null : true)), [ReplyFields.Room] = Word(a.Stay?.Room), [ReplyFields.Roommate] = a.Stay?.Roommate,
            [ReplyFields.StayFrom] = Day(a.Stay?.From), [ReplyFields.StayTo] = Day(a.Stay?.To), [ReplyFields.Meals] = a.Stay is { Meals: not Meals.None } stay ? stay.Meals.ToString().Replace(", ", " ").ToLowerInvariant() : null,
            [ReplyFields.Speaks] = Said(a, StageRoles.Speaks), [ReplyFields.Signs] = Said(a, StageRoles.Signs), [ReplyFields.Receives] = Said(a, StageRoles.Receives),
        };
        Read(answers, ReplyFields.Arrival, a.Journeys.Find(j => j.Direction == JourneyDirection.Arrival), meeting);
        Read(answers, ReplyFields.Departure, a.Journeys.Find(j => j.Direction == JourneyDirection.Departure), meeting);
        return answers.Given;
    }

    static void Read(Answers answers, JourneyQuestions way, Journey? journey, MeetingView meeting)
    {
        if (journey is null) return;
        DateTime? at = journey.At is { } utc ? meeting.Local(utc) : null;
        (answers[way.Mode], answers[way.AskAgain], answers[way.Ride]) = (Word(journey.Mode), Day(journey.AskAgainOn), YesNo(journey.NeedsRide));
        answers[way.Service] = journey.ServiceAlias is null ? journey.ServiceNo : $"{journey.ServiceNo}/{journey.ServiceAlias}";
        (answers[way.Terminal], answers[way.Day]) = (journey.Terminal, Day(at is { } day ? DateOnly.FromDateTime(day) : null));
        answers[way.Hour] = journey.DayOnly ? null : at?.ToString("HH:mm", CultureInfo.InvariantCulture);
    }

    /// <summary>Writes checked answers; whoever calls saves, and renews keys and search.</summary>
    public static void Write(Attendee a, IReadOnlyDictionary<string, string> given, MeetingView meeting)
    {
        var answers = ReplyFields.Asked(given);
        a.Name = TextNormal.PersonName(answers.Of(ReplyFields.Name));
        (a.Gender, a.Post, a.Department) = (ReadWord<Gender>(answers.Of(ReplyFields.Gender)), Line(answers.Of(ReplyFields.Post)), Line(answers.Of(ReplyFields.Department)));
        a.Category = ReadWord<AttendeeCategory>(answers.Of(ReplyFields.Category)) ?? AttendeeCategory.Delegate;
        (a.Companions, a.Remark) = (ReadNumber(answers.Of(ReplyFields.Companions)) ?? 0, answers.Of(ReplyFields.Remark)?.Trim());
        // A number that the list holds as a colleague's stays one.
        var phone = answers.Of(ReplyFields.Phone) is { } typed ? PhoneEntry.Read(typed) : null;
        if (phone != (a.Phone ?? a.ContactPhone)) (a.Phone, a.ContactPhone) = (phone, null);
        a.SaidRoles = (a.SaidRoles & ~(StageRoles.Speaks | StageRoles.Signs | StageRoles.Receives))
            | Role(answers, ReplyFields.Speaks, StageRoles.Speaks) | Role(answers, ReplyFields.Signs, StageRoles.Signs) | Role(answers, ReplyFields.Receives, StageRoles.Receives);
        WriteStay(a, answers);
        Write(a, JourneyDirection.Arrival, ReplyFields.Arrival, answers, meeting);
        Write(a, JourneyDirection.Departure, ReplyFields.Departure, answers, meeting);
    }

    static StageRoles Role(IReadOnlyDictionary<string, string> answers, string field, StageRoles role) => answers.Of(field) == ReplyFields.Yes ? role : StageRoles.None;

    static void WriteStay(Attendee a, IReadOnlyDictionary<string, string> answers)
    {
        string[] asked = [ReplyFields.Lodging, ReplyFields.Room, ReplyFields.Roommate, ReplyFields.StayFrom, ReplyFields.StayTo, ReplyFields.Meals];
        if (a.Stay is null && !asked.Any(answers.ContainsKey)) return;
        var stay = a.Stay ??= new Stay();
        (stay.Needed, stay.Room, stay.Roommate) = (ReadYesNo(answers.Of(ReplyFields.Lodging)), ReadWord<RoomKind>(answers.Of(ReplyFields.Room)), Line(answers.Of(ReplyFields.Roommate)));
        (stay.From, stay.To) = (ReadDay(answers.Of(ReplyFields.StayFrom)), ReadDay(answers.Of(ReplyFields.StayTo)));
        stay.Meals = (answers.Of(ReplyFields.Meals) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Aggregate(Meals.None, (all, word) => all | (ReadWord<Meals>(word) ?? Meals.None));
    }

    static void Write(Attendee a, JourneyDirection direction, JourneyQuestions way, IReadOnlyDictionary<string, string> answers, MeetingView meeting)
    {
        var journey = a.Journeys.Find(j => j.Direction == direction);
        if (!way.All.Any(field => answers.Of(field) is not null))
        {
            if (journey is not null) a.Journeys.Remove(journey);
            return;
        }
        var mode = ReadWord<TravelMode>(answers.Of(way.Mode));
        if (journey is null) a.Journeys.Add(journey = new Journey { Direction = direction });
        var service = answers.Of(way.Service) is { } typed ? ServiceRules.Read(typed, direction == JourneyDirection.Arrival) : default;
        (journey.Mode, journey.ServiceNo, journey.ServiceAlias) = (mode, service.No, service.Alias);
        journey.Terminal = answers.Of(way.Terminal) is { } terminal ? Terminals.Read(terminal).Name : null;
        (journey.NeedsRide, journey.AskAgainOn) = (ReadYesNo(answers.Of(way.Ride)), mode == TravelMode.Undecided ? ReadDay(answers.Of(way.AskAgain)) : null);
        var (day, hour) = (ReadDay(answers.Of(way.Day)), ReadHour(answers.Of(way.Hour)));
        journey.At = day is { } date ? meeting.ToUtc(date.ToDateTime(hour ?? TimeOnly.MinValue)) : null;
        journey.DayOnly = day is not null && hour is null;
    }

    public static string? Word<TEnum>(TEnum? value) where TEnum : struct, Enum => value is { } one ? char.ToLowerInvariant(one.ToString()[0]) + one.ToString()[1..] : null;

    public static TEnum? ReadWord<TEnum>(string? word) where TEnum : struct, Enum =>
        word is { Length: > 0 } && char.IsAsciiLetter(word[0]) && Enum.TryParse<TEnum>(word, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static int? ReadNumber(string? text) => int.TryParse(TextNormal.Digits(text ?? ""), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly? ReadDay(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static TimeOnly? ReadHour(string? text) => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour) ? hour : null;

    public static string? YesNo(bool? value) => value switch { true => ReplyFields.Yes, false => ReplyFields.No, null => null };

    static bool? ReadYesNo(string? text) => text switch { ReplyFields.Yes => true, ReplyFields.No => false, _ => null };

    static string? Said(Attendee a, StageRoles role) => a.SaidRoles.HasFlag(role) ? ReplyFields.Yes : null;

    public static string? Line(string? text) => TextNormal.Line(text) is { Length: > 0 } line ? line : null;
}

/// <summary>Answers by question; one that says nothing is left out.</summary>
sealed class Answers
{
    public Dictionary<string, string> Given { get; } = [];

    public string? this[string field]
    {
        set { if (!string.IsNullOrEmpty(value)) Given[field] = value; }
    }
}

static class AnswerReading
{
    /// <summary>Null where nothing was answered.</summary>
    public static string? Of(this IReadOnlyDictionary<string, string> answers, string field) => answers.TryGetValue(field, out var text) && text.Length > 0 ? text : null;
}
