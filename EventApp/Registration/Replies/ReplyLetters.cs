using System.Globalization;
using EventApp.Components;
using Microsoft.Extensions.Localization;
using Shared.Meetings;
using Shared.Registration.Proofing;
using Shared.Registration.Replies;

namespace EventApp.Registration.Replies;

/// <summary>What goes to a unit or to its liaison by chat: plain text that says how the unit replies, with its own link where it replies by one.</summary>
/// <param name="Base">The program's own address with a slash at its end.</param>
public sealed record ReplyLetters(MeetingView Meeting, ReplyRulesEntry Rules, string Base, IStringLocalizer<TrackingTexts> T)
{
    const string Between = "\n\n————————\n\n";

    /// <summary>Whether units reply by their links; else no letter speaks of one.</summary>
    public bool ByLink => Rules.Ways.HasFlag(ReplyWays.Link);

    public string Address(ReplyLink link) => $"{Base}reply/{link.ReplyId}#{link.Token}";

    /// <summary>Whether a letter can be written: one that speaks of a link needs it.</summary>
    public bool CanWrite(ReplyLink? link) => link is not null || !ByLink;

    /// <summary>The invitation of one unit.</summary>
    public string Invitation(ReplyRow unit, ReplyLink? link) => Letter(
    [
        T["LetterGreeting", unit.FullName], T["LetterMeeting", Name, Days, Venue], T["LetterPlaces", unit.Places], Deadline is { } until ? T["LetterDeadline", until].Value : null,
        .. ByLink && link is not null ? [T["LetterLink"].Value, Address(link), T["LetterHow"].Value] : OtherWays, Rules.Extra, Asking(unit),
    ]);

    /// <summary>The reminder of one unit.</summary>
    public string Chase(ReplyRow unit, ReplyLink? link) => Letter(
    [
        T["LetterGreeting", unit.FullName], T[unit.State == ReplyState.Overdue ? "ChaseOverdue" : unit.Unsent > 0 && ByLink ? "ChaseUnsent" : "ChaseOpen", Name, Deadline ?? T["ChaseSoon"]],
        .. ByLink && link is not null ? [Address(link)] : OtherWays, Asking(unit),
    ]);

    /// <summary>Asks a unit that has replied to read its names and posts as they will be printed.</summary>
    public string Proof(ReplyRow unit, ReplyLink? link, IEnumerable<ProofPerson> people) => Letter(
    [
        T["LetterGreeting", unit.FullName], unit.Proof is { } fallen ? T["ProofLetterAgain", Name, string.Join(T["ListComma"], fallen.Changed)] : T["ProofLetter", Name, unit.People],
        .. people.Select(person => $"· {person.Name} {person.Post}".TrimEnd()),
        .. ByLink && link is not null ? [T["ProofLetterLink"].Value, Address(link), T["ProofLetterHow"].Value] : (string[])[T["ProofLetterReply"]], Asking(unit),
    ]);

    /// <summary>What one liaison has to ring for: the units without a reply, each with its state and link.</summary>
    public string ChaseOf(string liaison, IReadOnlyList<(ReplyRow Unit, ReplyLink? Link)> units) => Letter(
    [
        T["LiaisonLetter", liaison, units.Count, Name], Deadline is { } until ? T["LetterDeadline", until].Value : null,
        .. units.Select(one => $"· {one.Unit.FullName} ({T[nameof(ReplyState) + one.Unit.State]}) {(ByLink && one.Link is { } link ? Address(link) : "")}".TrimEnd()),
    ]);

    /// <summary>What one liaison sends on: the invitation of each unit.</summary>
    public string InvitationsOf(string liaison, IReadOnlyList<(ReplyRow Unit, ReplyLink? Link)> units) =>
        string.Join(Between, [T["LiaisonInvites", liaison, units.Count].Value, .. units.Select(one => Invitation(one.Unit, one.Link))]);

    /// <summary>What stands on a unit's picture beside its code.</summary>
    public IReadOnlyList<string> Card(ReplyRow unit) => [.. ((string?[])
    [
        T["CardMeeting", Name], Days, Meeting.Venue, T["LetterPlaces", unit.Places], Deadline is { } until ? T[ByLink ? "CardDeadline" : "LetterDeadline", until].Value : null, .. ByLink ? [] : OtherWays, Asking(unit),
    ]).OfType<string>()];

    /// <summary>A letter as lines of a picture whose code says the link.</summary>
    public IReadOnlyList<string> CardOf(string letter, ReplyLink? link) => [.. letter.Split('\n').Skip(1).Where(line => link is null || line != Address(link))];

    // Without links the form is a file, a survey or both.
    string[] OtherWays => [.. Rules.Ways.HasFlag(ReplyWays.Xlsx) ? [T["LetterFile"].Value] : Array.Empty<string>(), .. Rules.Ways.HasFlag(ReplyWays.Survey) ? [T["LetterSurvey"].Value] : Array.Empty<string>()];

    string Name => InLanguage.Pick(Meeting.Name, Meeting.NameEn);

    string Venue => Meeting.Venue ?? T["LetterVenueOpen"];

    string Days => $"{Meeting.FirstDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} – {Meeting.LastDay.ToString("MM-dd", CultureInfo.InvariantCulture)}";

    string? Deadline => Rules.Deadline?.ToString("MM-dd HH:mm", CultureInfo.InvariantCulture);

    string? Asking(ReplyRow unit) => (unit.Liaison is { } liaison ? $"{liaison} {unit.LiaisonPhone}" : $"{Rules.ContactName} {Rules.ContactPhone}").Trim() is { Length: > 0 } ask ? T["LetterAsk", ask].Value : null;

    static string Letter(IEnumerable<string?> lines) => string.Join('\n', lines.Where(line => !string.IsNullOrEmpty(line)));
}
