using Shared.Chinese;
using Shared.Meetings;
using Shared.Registration.Importing;

namespace Shared.Registration.Replies;

/// <summary>Why an answer cannot be taken as it stands.</summary>
/// <param name="Person">Empty for what concerns the unit.</param>
/// <param name="Problem">Names a sentence: Missing, NotAMobile, PickUpWithoutTerminal …</param>
public sealed record ReplyProblem(string Person, string Field, string Problem);

/// <summary>What a reply must say before it is sent. Everything else may be empty and is asked for later.</summary>
static class ReplyCheck
{
    /// <param name="now">UTC; a day on which somebody is to be asked again lies after it.</param>
    /// <param name="byUnit">The unit itself answers: it is asked what staff, or the sheet that came back, may not know yet and the open points keep.</param>
    public static IReadOnlyList<ReplyProblem> All(ReplyPaper paper, DateTime now, bool byUnit)
    {
        if (paper.IsDeclined)
            return TextNormal.Line(paper.OfUnit.Of(ReplyFields.DeclineReason)).Length == 0 ? [new("", ReplyFields.DeclineReason, "Missing")] : [];
        var coming = paper.Coming.ToList();
        var today = paper.Meeting.Day(now);
        return [.. OfUnit(paper, coming.Count), .. coming.SelectMany(card => OfPerson(card, today, byUnit).Select(found => new ReplyProblem(card.Key, found.Field, found.Problem)))];
    }

    static IEnumerable<ReplyProblem> OfUnit(ReplyPaper paper, int people)
    {
        var answers = paper.OfUnit;
        if (people == 0) yield return new("", ReplyFields.Declined, "Nobody");
        if (people > paper.Places && answers.Of(ReplyFields.OverQuota) is null) yield return new("", ReplyFields.OverQuota, "OverQuota");
        foreach (var field in (string[])[ReplyFields.ContactName, ReplyFields.ContactPhone, ReplyFields.Informed])
            if (TextNormal.Line(answers.Of(field)) is "" or ReplyFields.No) yield return new("", field, "Missing");
        if (Typed("", ReplyFields.ContactPhone, answers) is { } phone) yield return new("", ReplyFields.ContactPhone, phone);
        foreach (var field in (string[])[ReplyFields.Halal, ReplyFields.Vegetarian, ReplyFields.TaxNumber])
            if (Typed("", field, answers) is { } wrong) yield return new("", field, wrong);
    }

    static IEnumerable<(string Field, string Problem)> OfPerson(ReplyCard card, DateOnly today, bool byUnit)
    {
        var answers = ReplyFields.Asked(card.Answers);
        foreach (var field in (string[])[ReplyFields.Name, ReplyFields.Post, ReplyFields.Phone, ReplyFields.Arrival.Mode, ReplyFields.Lodging])
            if (TextNormal.Line(answers.Of(field)).Length == 0) yield return (field, "Missing");
        if (card.IsRenamed && answers.Of(ReplyFields.Renamed) is null) yield return (ReplyFields.Renamed, "Missing");
        if (card.IsSomebodyElse(answers) && answers.Of(ReplyFields.Phone) == card.Held.Of(ReplyFields.Phone)) yield return (ReplyFields.Phone, "PhoneOfAnother");
        if (byUnit && answers.Of(ReplyFields.Arrival.Service) is not null && answers.Of(ReplyFields.Arrival.Ride) is null) yield return (ReplyFields.Arrival.Ride, "Missing");
        if (byUnit && answers.Of(ReplyFields.Category) is { } category && !ReplyFields.Categories.Contains(category) && category != card.Held.Of(ReplyFields.Category)) yield return (ReplyFields.Category, "NotOffered");
        foreach (var problem in AskAgain(card, answers, today, byUnit)) yield return problem;
        foreach (var field in answers.Keys)
            if (Typed("n", field, answers) is { } problem) yield return (field, problem);
        foreach (var way in (JourneyQuestions[])[ReplyFields.Arrival, ReplyFields.Departure])
            if (answers.Of(way.Service) is not null && answers.Of(way.Ride) == ReplyFields.Yes && answers.Of(way.Terminal) is null) yield return (way.Terminal, "RideWithoutTerminal");
        if (PersonAnswers.ReadDay(answers.Of(ReplyFields.StayTo)) <= PersonAnswers.ReadDay(answers.Of(ReplyFields.StayFrom))) yield return (ReplyFields.StayTo, "BeforeArrival");
    }

    // 行程待定 is an answer together with the day on which the unit can say more.
    static IEnumerable<(string Field, string Problem)> AskAgain(ReplyCard card, Dictionary<string, string> answers, DateOnly today, bool byUnit)
    {
        var (mode, day) = (answers.Of(ReplyFields.Arrival.Mode), answers.Of(ReplyFields.Arrival.AskAgain));
        if (byUnit && mode == "undecided" && day is null) yield return (ReplyFields.Arrival.AskAgain, "Missing");
        foreach (var way in (JourneyQuestions[])[ReplyFields.Arrival, ReplyFields.Departure])
            if (answers.Of(way.AskAgain) is { } again && again != card.Held.Of(way.AskAgain) && PersonAnswers.ReadDay(again) < today) yield return (way.AskAgain, "DayIsPast");
    }

    /// <summary>What is wrong with one answer by itself; null where nothing is, or nothing was answered.</summary>
    public static string? Typed(string person, string field, IReadOnlyDictionary<string, string> answers)
    {
        if (answers.Of(field) is not { } text || ReplyFields.Most(person, field) is not { } most) return null;
        if (text.Length > most) return "TooLong";
        return person.Length == 0 ? OfUnitTyped(field, text) : OfPersonTyped(field, text);
    }

    static string? OfUnitTyped(string field, string text) => field switch
    {
        ReplyFields.ContactPhone when PhoneEntry.ReadAny(text) is null => "NotAPhone",
        ReplyFields.TaxNumber when TaxNumber.Read(text) is null => "NotATaxNumber",
        ReplyFields.Halal or ReplyFields.Vegetarian when PersonAnswers.ReadNumber(text) is not (>= 0 and <= Reply.MostPortions) => "NotACount",
        _ => null,
    };

    static string? OfPersonTyped(string field, string text)
    {
        if (field == ReplyFields.Name) return OfName(text, TextNormal.PersonName(text));
        if (field == ReplyFields.Phone) return PhoneEntry.Read(text) is null ? "NotAMobile" : null;
        if (field == ReplyFields.Companions) return PersonAnswers.ReadNumber(text) is >= 0 and <= Attendee.MostCompanions ? null : "NotACount";
        if (field is ReplyFields.StayFrom or ReplyFields.StayTo) return PersonAnswers.ReadDay(text) is null ? "NotADay" : null;
        foreach (var way in (JourneyQuestions[])[ReplyFields.Arrival, ReplyFields.Departure])
            if (OfWay(way, field, text) is { } problem) return problem;
        return null;
    }

    static string? OfName(string text, string name)
    {
        if (name is "" or "无" or "待定" or "暂无" or "同上" or "-" or "—") return "Missing";
        if (name.AsSpan().IndexOfAny("?？\uFFFD□") >= 0) return "LostCharacter";
        return name.Any(char.IsDigit) ? "DigitInName" : NameRules.NamesIn(text).Count > 1 ? "SeveralNames" : null;
    }

    static string? OfWay(JourneyQuestions way, string field, string text)
    {
        if (field == way.Service) return ServiceRules.Read(text, way == ReplyFields.Arrival).No is null ? "ServiceUnknown" : null;
        if (field == way.Terminal) return Terminals.Read(text).Name is null ? "TerminalUnclear" : null;
        if (field == way.Day || field == way.AskAgain) return PersonAnswers.ReadDay(text) is null ? "NotADay" : null;
        return field == way.Hour && PersonAnswers.ReadHour(text) is null ? "NotAnHour" : null;
    }
}
