using EventApp.Components;
using Microsoft.Extensions.Localization;
using Shared.Chinese;
using Shared.Meetings;
using Shared.Registration.Proofing;
using Shared.Registration.Replies;

namespace EventApp.Registration.Replies;

/// <summary>What of a form changes while it is open.</summary>
/// <param name="Until">Until when to send, in words; null where no deadline is set.</param>
/// <param name="Asked">How many answers wait for the organiser.</param>
sealed record ReplyFace(bool Late, string? Until, bool Replied, bool Declined, int Asked, int Places, IReadOnlyDictionary<string, string> Answers, IReadOnlyList<string> Pending, IReadOnlyList<ReplyPersonView> People, ProofFace? Proof)
{
    public static ReplyFace Of(ReplyView view, IStringLocalizer<ReplyTexts> texts) => new(view.IsLate, UntilOf(view, texts), view.RepliedAt is not null, view.IsDeclined, view.Asked, view.Places, view.Answers, view.Pending, view.People,
        view.Proof is { } proof ? ProofFace.Of(proof, view.Meeting, texts) : null);

    static string? UntilOf(ReplyView view, IStringLocalizer<ReplyTexts> texts) => view.Deadline is not { } at ? null
        : view.IsLate ? texts["LateNote", texts.Moment(at)].Value : texts["DeadlineNote", texts.Moment(at), view.Places].Value;
}

/// <summary>The names as they will be printed, with the unit's own word on them.</summary>
/// <param name="State">waiting, confirmed, or again where something changed after it was confirmed.</param>
/// <param name="Version">Of what stands here; sent back with the confirmation.</param>
sealed record ProofFace(string State, string Said, string Version, string Unit, IReadOnlyList<ProofLine> People)
{
    public static ProofFace Of(ProofUnit unit, MeetingView meeting, IStringLocalizer<ReplyTexts> texts)
    {
        var mark = unit.Mark(ProofRound.Unit);
        var at = mark is null ? "" : texts.Moment(meeting.Local(mark.At));
        var (state, said) = mark switch
        {
            null => ("waiting", texts["ProofWaiting"].Value),
            { Stands: true } => ("confirmed", texts["ProofConfirmed", mark.By, at].Value),
            _ => ("again", texts["ProofAgain", string.Join(texts["ListComma"], mark.Changed)].Value),
        };
        return new(state, said, unit.Version, unit.FullName, [.. unit.People.Select(person => ProofLine.Of(person, mark, texts))]);
    }
}

/// <param name="Hint">What to look at twice; null for most.</param>
/// <param name="Changed">Came or changed after the unit confirmed.</param>
sealed record ProofLine(string Name, string? Post, string Category, string? Hint, bool Changed)
{
    public static ProofLine Of(ProofPerson person, ProofMark? mark, IStringLocalizer<ReplyTexts> texts) => new(person.Name, person.Post, texts["Category." + char.ToLowerInvariant($"{person.Category}"[0]) + $"{person.Category}"[1..]],
        (person.NameDoubts | person.PostDoubts) == NameDoubt.None ? null
            : NameDoubts.RareIn(person.Name + person.Post) is { Count: > 0 } rare ? texts["ProofRare", string.Join(' ', rare)].Value : texts["ProofLookTwice"].Value,
        mark?.Changed.Contains(person.Name) == true);
}
