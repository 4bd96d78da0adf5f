using Shared.Chinese;
using Shared.Meetings;
using Shared.Meetings.Importing;
using Shared.Registration.Importing;

namespace Shared.Registration.Replies.Files;

/// <summary>Answers of the form as a cell says them, and rows as answers.</summary>
static class AnswerCells
{
    static readonly Dictionary<string, string> Modes = Words(("local", "本地"), ("train", "火车"), ("flight", "飞机"), ("car", "自驾"), ("other", "其他"), ("undecided", "行程待定"));
    static readonly Dictionary<string, string> YesNo = Words((ReplyFields.Yes, "是"), (ReplyFields.No, "否"));
    static readonly (string Answer, string Cell)[] Meals = [("breakfast", "早餐"), ("lunch", "午餐"), ("dinner", "晚餐")];

    static readonly Dictionary<string, Dictionary<string, string>> OfField = new()
    {
        [ReplyFields.Gender] = Words(("male", "男"), ("female", "女")), [ReplyFields.Room] = Words(("single", "单间"), ("twin", "标间合住")),
        [ReplyFields.Category] = Words(("delegate", "代表"), ("viceChair", "副理事长"), ("expert", "专家"), ("leader", "领导"), ("guest", "嘉宾"), ("observer", "列席"), ("media", "媒体")),
        [ReplyFields.Arrival.Mode] = Modes, [ReplyFields.Departure.Mode] = Modes, [ReplyFields.Lodging] = YesNo, [ReplyFields.Arrival.Ride] = YesNo, [ReplyFields.Departure.Ride] = YesNo,
        [ReplyFields.Speaks] = YesNo, [ReplyFields.Signs] = YesNo, [ReplyFields.Receives] = YesNo, [ReplyFields.Gone] = YesNo, [ReplyFields.Informed] = YesNo, [ReplyFields.Declined] = YesNo,
    };

    // A box of the form that is not ticked says nothing.
    static readonly HashSet<string> Ticks = [ReplyFields.Speaks, ReplyFields.Signs, ReplyFields.Receives, ReplyFields.Gone, ReplyFields.Informed, ReplyFields.Declined];

    /// <summary>How a cell says an answer; null where nothing was answered.</summary>
    public static string? Shown(IReadOnlyDictionary<string, string> answers, string field)
    {
        if (answers.GetValueOrDefault(field) is not { Length: > 0 } text) return null;
        if (field == ReplyFields.Meals) return string.Join('、', Meals.Where(meal => text.Split(' ').Contains(meal.Answer)).Select(meal => meal.Cell));
        return OfField.TryGetValue(field, out var words) ? words.GetValueOrDefault(text, text) : text;
    }

    /// <summary>Meals in the order of the day; null where the cell names none.</summary>
    public static string? ReadMeals(string text)
    {
        if (text.Contains("三餐") || text.Contains('全')) return string.Join(' ', Meals.Select(meal => meal.Answer));
        var named = Meals.Where(meal => text.Contains(meal.Cell[0]) || (meal.Cell[0] == '午' && text.Contains('中'))).Select(meal => meal.Answer).ToList();
        return named.Count == 0 ? null : string.Join(' ', named);
    }

    /// <summary>What a row answers. A cell that is empty or wrong is no answer.</summary>
    public static Dictionary<string, string> Of(RowReading row)
    {
        var answers = new Answers
        {
            [ReplyFields.Name] = row.Text(RosterFields.Name), [ReplyFields.Gender] = PersonAnswers.Word(row[RosterFields.Gender] as Gender?), [ReplyFields.Post] = row.Text(RosterFields.Post),
            [ReplyFields.Department] = row.Text(RosterFields.Department), [ReplyFields.Phone] = row.Text(RosterFields.Phone) ?? row.Text(RosterFields.ContactPhone),
            [ReplyFields.Category] = PersonAnswers.Word(row[RosterFields.Category] as AttendeeCategory?), [ReplyFields.Companions] = row[RosterFields.Companions] is int people ? PersonAnswers.Number(people) : null,
            [ReplyFields.Remark] = row.Text(RosterFields.Remark), [ReplyFields.Lodging] = YesOrNo(row[RosterFields.Lodging]), [ReplyFields.Room] = PersonAnswers.Word(row[RosterFields.Room] as RoomKind?),
            [ReplyFields.Roommate] = row.Text(PersonColumns.Roommate), [ReplyFields.StayFrom] = Day(row[PersonColumns.StayFrom]), [ReplyFields.StayTo] = Day(row[PersonColumns.StayTo]),
            [ReplyFields.Meals] = row.Text(PersonColumns.Meals), [ReplyFields.Speaks] = YesOrNo(row[PersonColumns.Speaks]), [ReplyFields.Signs] = YesOrNo(row[PersonColumns.Signs]),
            [ReplyFields.Receives] = YesOrNo(row[PersonColumns.Receives]), [ReplyFields.Gone] = YesOrNo(row[PersonColumns.Gone]),
        };
        Take(answers, ReplyFields.Arrival, JourneyFields.Arrival, row);
        Take(answers, ReplyFields.Departure, JourneyFields.Departure, row);
        (answers[ReplyFields.Arrival.AskAgain], answers[ReplyFields.Departure.AskAgain]) = (Day(row[PersonColumns.ArrivalAskAgain]), Day(row[PersonColumns.DepartureAskAgain]));
        return answers.Given;
    }

    static void Take(Answers answers, JourneyQuestions way, JourneyFields fields, RowReading row)
    {
        (answers[way.Mode], answers[way.Terminal], answers[way.Ride]) = (PersonAnswers.Word(row[fields.Mode] as TravelMode?), row.Text(fields.Station), YesOrNo(row[fields.Ride]));
        answers[way.Service] = row.Text(fields.Alias) is { } alias ? $"{row.Text(fields.Service)}/{alias}" : row.Text(fields.Service);
        answers[way.Day] = Day(row[fields.At]);
        answers[way.Hour] = row[fields.At] is LocalMoment { DayOnly: false } moment ? moment.At.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture) : null;
    }

    /// <summary>An answer as it is compared: two that say the same are equal, however they were typed.</summary>
    public static string Canonical(string field, string text)
    {
        if (text.Length == 0 || (Ticks.Contains(field) && text == ReplyFields.No) || (field == ReplyFields.Companions && text == "0")) return "";
        if (field is ReplyFields.Name or ReplyFields.ContactName) return TextNormal.PersonName(text);
        if (field is ReplyFields.Phone or ReplyFields.ContactPhone) return PhoneEntry.ReadAny(text) ?? text;
        if (field == ReplyFields.Arrival.Terminal || field == ReplyFields.Departure.Terminal) return Terminals.Read(text).Name ?? text;
        if (field == ReplyFields.Arrival.Service || field == ReplyFields.Departure.Service)
            return ServiceRules.Read(text, arriving: field == ReplyFields.Arrival.Service) is { No: { } no } service ? service.Alias is { } alias ? $"{no}/{alias}" : no : text;
        return CellText.Tidy(text);
    }

    /// <summary>The text that an answer becomes in the form: a tick taken away is empty there.</summary>
    public static string AsTyped(string field, string text) => Ticks.Contains(field) && text == ReplyFields.No ? "" : text;

    public static string? YesOrNo(object? value) => PersonAnswers.YesNo(value as bool?);

    static string? Day(object? moment) => moment is LocalMoment at ? PersonAnswers.Day(DateOnly.FromDateTime(at.At)) : null;

    static Dictionary<string, string> Words(params (string Answer, string Cell)[] words) => words.ToDictionary(word => word.Answer, word => word.Cell);
}
