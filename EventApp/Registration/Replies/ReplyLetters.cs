using System.Globalization;
using System.Text;
using EventApp.Components;
using Microsoft.Extensions.Localization;
using Shared.Meetings;
using Shared.Registration.Replies;

namespace EventApp.Registration.Replies;

/// <summary>What goes to a unit or to its liaison by chat: plain text with the unit's own link.</summary>
/// <param name="Base">The program's own address with a slash at its end.</param>
public sealed record ReplyLetters(MeetingView Meeting, ReplyRulesEntry Rules, string Base, IStringLocalizer<TrackingTexts> T)
{
    public string Address(ReplyLink link) => $"{Base}reply/{link.ReplyId}#{link.Token}";

    /// <summary>The invitation of one unit.</summary>
    public string Invitation(ReplyRow unit, ReplyLink link)
    {
        var text = new StringBuilder();
        text.AppendLine(T["LetterGreeting", unit.FullName]);
        text.AppendLine(T["LetterMeeting", Name, Days, Meeting.Venue ?? T["LetterVenueOpen"]]);
        text.AppendLine(T["LetterPlaces", unit.Places]);
        if (Rules.Deadline is { } until) text.AppendLine(T["LetterDeadline", Moment(until)]);
        text.AppendLine(T["LetterLink"]).AppendLine(Address(link));
        text.AppendLine(T["LetterHow"]);
        if (!string.IsNullOrEmpty(Rules.Extra)) text.AppendLine(Rules.Extra);
        if (Ask(unit) is { } ask) text.AppendLine(T["LetterAsk", ask]);
        return text.ToString().TrimEnd();
    }

    /// <summary>The reminder of one unit.</summary>
    public string Chase(ReplyRow unit, ReplyLink link)
    {
        var text = new StringBuilder();
        text.AppendLine(T["LetterGreeting", unit.FullName]);
        text.AppendLine(T[unit.State == ReplyState.Overdue ? "ChaseOverdue" : unit.Unsent > 0 ? "ChaseUnsent" : "ChaseOpen", Name, Rules.Deadline is { } until ? Moment(until) : T["ChaseSoon"]]);
        text.AppendLine(Address(link));
        if (Ask(unit) is { } ask) text.AppendLine(T["LetterAsk", ask]);
        return text.ToString().TrimEnd();
    }

    /// <summary>Asks a unit that has replied to read its names and posts as they will be printed.</summary>
    public string Proof(ReplyRow unit, ReplyLink link)
    {
        var text = new StringBuilder();
        text.AppendLine(T["LetterGreeting", unit.FullName]);
        text.AppendLine(unit.Proof is { } fallen ? T["ProofLetterAgain", Name, string.Join(T["ListComma"], fallen.Changed)] : T["ProofLetter", Name, unit.People]);
        text.AppendLine(Address(link));
        text.AppendLine(T["ProofLetterHow"]);
        if (Ask(unit) is { } ask) text.AppendLine(T["LetterAsk", ask]);
        return text.ToString().TrimEnd();
    }

    /// <summary>What one liaison has to ring for: the units without a reply, each with its state and link.</summary>
    public string ForLiaison(string liaison, IEnumerable<(ReplyRow Unit, ReplyLink? Link)> units)
    {
        var text = new StringBuilder();
        var all = units.ToList();
        text.AppendLine(T["LiaisonLetter", liaison, all.Count, Name]);
        foreach (var (unit, link) in all)
            text.AppendLine($"· {unit.FullName} ({T[nameof(ReplyState) + unit.State]}) {(link is null ? "" : Address(link))}".TrimEnd());
        return text.ToString().TrimEnd();
    }

    /// <summary>What stands on a unit's picture beside its code.</summary>
    public string Card => T["CardMeeting", Name];

    /// <summary>Null while no deadline is set.</summary>
    public string? CardDeadline => Rules.Deadline is { } until ? T["CardDeadline", Moment(until)].Value : null;

    string Name => InLanguage.Pick(Meeting.Name, Meeting.NameEn);

    string Days => $"{Meeting.FirstDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} – {Meeting.LastDay.ToString("MM-dd", CultureInfo.InvariantCulture)}";

    string? Ask(ReplyRow unit) => unit.Liaison ?? (Rules.ContactName is { } name ? $"{name} {Rules.ContactPhone}".TrimEnd() : null);

    static string Moment(DateTime at) => at.ToString("MM-dd HH:mm", CultureInfo.InvariantCulture);
}
