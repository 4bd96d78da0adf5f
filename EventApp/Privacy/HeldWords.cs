using System.Globalization;
using EventApp.Components;
using Microsoft.Extensions.Localization;
using Shared.Meetings;
using Shared.Privacy;
using Shared.Registration;

namespace EventApp.Privacy;

/// <summary>What is held on a person, as people read it: fields and values of the program by their words, times at the venue.</summary>
sealed class HeldWords(IStringLocalizer<PrivacyTexts> texts, IStringLocalizer<TrailTexts> trail)
{
    public string Part(string kind) => texts["Part_" + kind];

    public string Field(string field) => texts["Held_" + field] is { ResourceNotFound: false } own ? own : trail["Field_" + field] is { ResourceNotFound: false } known ? known : field;

    public string Value(HeldLine line, MeetingView meeting) => line.Value switch
    {
        DateTime at => meeting.Stamp(at),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool or Enum => string.Join(trail["ListComma"], line.Value.ToString()!.Split(", ").Select(word => Word(line.Value is Enum ? $"{line.Value.GetType().Name}{word}" : word, word))),
        string deed when line.Field == "Deed" => trail.Deed(deed),
        string kind when line.Field == "Print" => trail.Print(kind),
        string source when line.Field == "ConsentSource" => trail["Source_" + source] is { ResourceNotFound: false } word ? word : source,
        string details when line.Field == "Details" => Details(details, meeting),
        _ => Convert.ToString(line.Value, CultureInfo.InvariantCulture) ?? "",
    };

    // A word may mean one thing of one enumeration and another of another.
    string Word(string own, string word) => texts["Word_" + own] is { ResourceNotFound: false } special ? special : trail["Value_" + word] is { ResourceNotFound: false } known ? known : trail["Source_" + word] is { ResourceNotFound: false } source ? source : word;

    string Details(string details, MeetingView meeting) => FieldChange.Parse(details) is { Count: > 0 } changes ? string.Join("; ", changes.Select(change => trail.Sentence(change, meeting))) : details;
}
