using System.Globalization;
using Microsoft.Extensions.Localization;
using Shared.Registration.Replies;

namespace EventApp.Registration.Replies;

/// <summary>Questions and answers of the form as people read them.</summary>
static class AnswerWords
{
    static readonly string[] Kinds = ["", "Mode.", "Room.", "Gender.", "Category."];

    public static string Question(this IStringLocalizer<ReplyTexts> texts, string field) => texts["Field." + field];

    /// <summary>Day and minute of the venue's time, without the year.</summary>
    public static string Moment(this IStringLocalizer<ReplyTexts> texts, DateTime at) => at.ToString(texts["MomentFormat"], CultureInfo.InvariantCulture);

    /// <summary>A choice in words; what was typed as it is.</summary>
    public static string? Answer(this IStringLocalizer<ReplyTexts> texts, string field, string? answer) => answer switch
    {
        null or "" => null,
        _ when field == ReplyFields.Meals => string.Join(' ', answer.Split(' ').Select(meal => texts[char.ToUpperInvariant(meal[0]) + meal[1..]].Value)),
        _ when field == ReplyFields.Renamed => texts["Renamed." + answer],
        _ when !answer.All(char.IsAsciiLetter) => answer,
        "local" when field == ReplyFields.Departure.Mode => texts["Mode.localBack"],
        _ => Kinds.Select(kind => texts[kind + answer]).FirstOrDefault(found => !found.ResourceNotFound)?.Value ?? answer,
    };
}
