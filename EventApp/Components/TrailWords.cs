using System.Globalization;
using Microsoft.Extensions.Localization;
using Shared.Meetings;
using Shared.Registration;

namespace EventApp.Components;

/// <summary>What the audit trail keeps in words of the program, as people read it. A word that is not known is shown as it is.</summary>
static class TrailWords
{
    public static string Deed(this IStringLocalizer<TrailTexts> texts, string what) => texts.Known("Trail_", what);

    public static string Print(this IStringLocalizer<TrailTexts> texts, string kind) => texts.Known("Print_", kind);

    public static string Sentence(this IStringLocalizer<TrailTexts> texts, FieldChange change, MeetingView meeting) =>
        texts["FieldChange", texts.Known("Field_", change.Field), texts.Shown(change.From, meeting), texts.Shown(change.To, meeting)];

    /// <summary>What a deed says beside its name where that is neither changes nor nothing.</summary>
    public static string? Detail(this IStringLocalizer<TrailTexts> texts, string what, string? details) => (what, details) switch
    {
        (_, null or "") or (_, ['[', ..]) => null,
        ("consent-recorded", _) => texts.Consent(details),
        _ => texts.Known("Purpose_", details),
    };

    // Stored as "PublicScreen: Yes, Paper".
    static string Consent(this IStringLocalizer<TrailTexts> texts, string details) => details.Split([": ", ", "], StringSplitOptions.None) is [var purpose, var state, var source]
        ? $"{texts.Known("Field_Consent.", purpose)}: {texts.Known("Value_", state)} ({texts.Known("Source_", source)})" : details;

    // A stored time or word of the program is shown as people read it; several words are a set.
    static string Shown(this IStringLocalizer<TrailTexts> texts, string? value, MeetingView meeting) => value is null ? texts["Nothing"]
        : DateTime.TryParseExact(value, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at) ? meeting.Local(at).ToString("M-d HH:mm", CultureInfo.InvariantCulture)
        : string.Join(texts["ListComma"], value.Split(", ").Select(word => texts.Known("Value_", word)));

    static string Known(this IStringLocalizer<TrailTexts> texts, string kind, string word) => texts[kind + word] is { ResourceNotFound: false } text ? text : word;
}
