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
    public static IReadOnlyList<ReplyProblem> All(ReplyPaper paper)
    {
        if (paper.IsDeclined)
            return paper.OfUnit.Of(ReplyFields.DeclineReason) is null ? [new("", ReplyFields.DeclineReason, "Missing")] : [];
        var coming = paper.Coming.ToList();
        return [.. OfUnit(paper, coming.Count), .. coming.SelectMany(card => OfPerson(card.Answers).Select(found => new ReplyProblem(card.Key, found.Field, found.Problem)))];
    }

    static IEnumerable<ReplyProblem> OfUnit(ReplyPaper paper, int people)
    {
        var answers = paper.OfUnit;
        if (people == 0) yield return new("", ReplyFields.Declined, "Nobody");
        if (people > paper.Places && answers.Of(ReplyFields.OverQuota) is null) yield return new("", ReplyFields.OverQuota, "OverQuota");
        foreach (var field in (string[])[ReplyFields.ContactName, ReplyFields.ContactPhone, ReplyFields.Informed])
            if (answers.Of(field) is null or ReplyFields.No) yield return new("", field, "Missing");
        if (Typed("", ReplyFields.ContactPhone, answers) is { } phone) yield return new("", ReplyFields.ContactPhone, phone);
        foreach (var field in (string[])[ReplyFields.Halal, ReplyFields.Vegetarian])
            if (Typed("", field, answers) is { } portions) yield return new("", field, portions);
    }

    static IEnumerable<(string Field, string Problem)> OfPerson(IReadOnlyDictionary<string, string> answers)
    {
        foreach (var field in (string[])[ReplyFields.Name, ReplyFields.Post, ReplyFields.Phone, ReplyFields.Arrival.Mode, ReplyFields.Lodging])
            if (answers.Of(field) is null) yield return (field, "Missing");
        foreach (var field in answers.Keys)
            if (Typed("n", field, answers) is { } problem) yield return (field, problem);
        foreach (var way in (JourneyQuestions[])[ReplyFields.Arrival, ReplyFields.Departure])
            if (answers.Of(way.Service) is not null && answers.Of(way.Ride) == ReplyFields.Yes && answers.Of(way.Terminal) is null) yield return (way.Terminal, "RideWithoutTerminal");
        if (PersonAnswers.ReadDay(answers.Of(ReplyFields.StayTo)) <= PersonAnswers.ReadDay(answers.Of(ReplyFields.StayFrom))) yield return (ReplyFields.StayTo, "BeforeArrival");
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
        ReplyFields.Halal or ReplyFields.Vegetarian when PersonAnswers.ReadNumber(text) is not (>= 0 and <= Reply.MostPortions) => "NotACount",
        _ => null,
    };

    static string? OfPersonTyped(string field, string text)
    {
        if (field == ReplyFields.Name) return text.AsSpan().IndexOfAny("?？\uFFFD□") >= 0 ? "LostCharacter" : text.Any(char.IsAsciiDigit) ? "DigitInName" : NameRules.NamesIn(text).Count > 1 ? "SeveralNames" : null;
        if (field == ReplyFields.Phone) return PhoneEntry.Read(text) is null ? "NotAMobile" : null;
        if (field == ReplyFields.Companions) return PersonAnswers.ReadNumber(text) is >= 0 and <= Attendee.MostCompanions ? null : "NotACount";
        if (field is ReplyFields.StayFrom or ReplyFields.StayTo) return PersonAnswers.ReadDay(text) is null ? "NotADay" : null;
        foreach (var way in (JourneyQuestions[])[ReplyFields.Arrival, ReplyFields.Departure])
            if (OfWay(way, field, text) is { } problem) return problem;
        return null;
    }

    static string? OfWay(JourneyQuestions way, string field, string text)
    {
        if (field == way.Service) return ServiceRules.Read(text, way == ReplyFields.Arrival).No is null ? "ServiceUnknown" : null;
        if (field == way.Terminal) return Terminals.Read(text).Name is null ? "TerminalUnclear" : null;
        if (field == way.Day || field == way.AskAgain) return PersonAnswers.ReadDay(text) is null ? "NotADay" : null;
        return field == way.Hour && PersonAnswers.ReadHour(text) is null ? "NotAnHour" : null;
    }
}
