using Microsoft.Extensions.Localization;
using Shared.Access;
using Shared.Registration.Replies;

namespace EventApp.Registration.Replies;

/// <summary>One answered question.</summary>
/// <param name="Pending">It stands in the form and was not sent yet.</param>
public sealed record SaidFact(string Field, string Question, string Answer, bool Pending);

public sealed record SaidPerson(string Name, IReadOnlyList<SaidFact> Facts);

/// <summary>A unit's whole reply in words, in the order of the form; people's numbers are masked.</summary>
/// <param name="Lines">The same as lines of a text.</param>
public sealed record SaidReply(IReadOnlyList<SaidFact> OfUnit, IReadOnlyList<SaidPerson> People, IReadOnlyList<string> Lines)
{
    public bool IsEmpty => OfUnit.Count + People.Count == 0;

    /// <param name="mark">Stands behind what was not sent.</param>
    /// <param name="contact">The number of the unit's contact where it was revealed.</param>
    public static SaidReply Of(ReplyView view, IStringLocalizer<ReplyTexts> texts, string mark, string? contact)
    {
        var unit = Facts(ReplyFields.OfUnit.Keys, view.Answers, view.Pending, texts).Select(fact => fact.Field == ReplyFields.ContactPhone && !fact.Pending && contact is not null ? fact with { Answer = contact } : fact).ToList();
        var people = view.People.Select(person => new SaidPerson(person.Answers.GetValueOrDefault(ReplyFields.Name, "?"), Facts(ReplyFields.OfPerson.Keys.Where(field => field != ReplyFields.Name), person.Answers, person.Pending, texts))).ToList();
        return new(unit, people, [.. unit.Select(Line), .. people.Select((person, at) => $"{at + 1}. {string.Join("；", [person.Name, .. person.Facts.Select(Line)])}")]);

        string Line(SaidFact fact) => $"{fact.Question}：{fact.Answer}{(fact.Pending ? mark : "")}";
    }

    static List<SaidFact> Facts(IEnumerable<string> fields, IReadOnlyDictionary<string, string> answers, IReadOnlyList<string> pending, IStringLocalizer<ReplyTexts> texts) =>
        [.. fields.Where(answers.ContainsKey).Select(field => new SaidFact(field, texts.Question(field), Shown(field, answers[field], texts), pending.Contains(field)))];

    static string Shown(string field, string answer, IStringLocalizer<ReplyTexts> texts) =>
        (field is ReplyFields.Phone or ReplyFields.ContactPhone ? Masked.Phone(answer) : texts.Answer(field, answer)) ?? "";
}
