using System.Text.RegularExpressions;

namespace Shared.Meetings;

/// <summary>What stands in the template of a privacy notice until it is filled in, in one language. A notice that still holds one of them is not finished.</summary>
public sealed record NoticePlaces(string Body, string Name, string Contact)
{
    public static readonly NoticePlaces Chinese = new("（负责单位）", "（年会名称）", "（联系人和电话）");
    public static readonly NoticePlaces English = new("(responsible body)", "(name of the meeting)", "(contact and phone)");

    static readonly NoticePlaces[] Languages = [Chinese, English];

    string[] All => [Body, Name, Contact];

    /// <summary>Those that nobody has filled in yet.</summary>
    public static IReadOnlyList<string> LeftIn(string? notice) =>
        notice is null ? [] : [.. Languages.SelectMany(language => language.All).Where(place => notice.Contains(place, StringComparison.Ordinal))];

    public static bool IsFinished(Meeting meeting) => meeting.LegalBody is not null && meeting.PrivacyNotice is not null && LeftIn(meeting.PrivacyNotice).Count == 0;

    /// <summary>This language's places in a text, as far as something is known for them; all at once, so that a name which looks like a place is not filled in turn.</summary>
    public string Fill(string text, string? body, string? name, string? contact)
    {
        var known = All.Zip([body, name, contact]).Where(place => !string.IsNullOrWhiteSpace(place.Second)).ToDictionary(place => place.First, place => place.Second!.Trim());
        return known.Count == 0 ? text : Regex.Replace(text, string.Join('|', known.Keys.Select(Regex.Escape)), found => known[found.Value]);
    }
}
