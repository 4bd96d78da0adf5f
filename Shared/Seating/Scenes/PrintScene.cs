using System.Globalization;
using Shared.Meetings;

namespace Shared.Seating.Scenes;

/// <summary>The words under which the prints of a scene are recorded, and what stands on each.</summary>
public static class SceneSheets
{
    public const string Cards = "scene-cards";
    public const string Plan = "scene-plan";
    public const string Ushers = "scene-ushers";
    public const string Introductions = "scene-introductions";

    /// <summary>What a change of the last minute makes stale; cards bear names alone and are moved.</summary>
    public static readonly string[] Lists = [Plan, Ushers, Introductions];

    public static readonly string[] All = [Cards, .. Lists];

    /// <summary>How an item of a print names somebody of the list; who is not in it goes by the place.</summary>
    const string Attendee = "attendee", Place = "scene-place", Blank = "scene-blank";

    /// <summary>Spare cards without a name.</summary>
    public const int Blanks = 10;

    internal static IReadOnlyList<ShownItem> Shown(this ScenePlanView plan, string kind) =>
        kind == Cards ? [.. plan.People.Where(person => !person.Absent && person.Name is not null).Select(person => Item(person, person.Name))]
            : [.. plan.People.Where(person => !person.Absent).Select(person => Item(person, person.Name, person.Unit, person.Post, Number(person.Rank), Number(person.At?.Row), Number(person.At?.Number), Number(person.Faces)))];

    internal static IEnumerable<ShownItem> BlankItems(int count) => Enumerable.Range(1, count).Select(at => new ShownItem(Blank, at, Fingerprint.Of()));

    /// <summary>Whether the item is this person's.</summary>
    internal static bool IsOf(this ShownItem item, ScenePerson person) => (item.Subject, item.SubjectId) == Named(person);

    internal static bool IsBlank(this ShownItem item) => item.Subject == Blank;

    static ShownItem Item(ScenePerson person, params string?[] words) => new(Named(person).Subject, Named(person).Id, Fingerprint.Of(words));

    static (string Subject, long Id) Named(ScenePerson person) => person.AttendeeId is { } id ? (Attendee, id) : (Place, person.Id);

    static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What of a scene is to be printed.</summary>
/// <param name="Kind">One of <see cref="SceneSheets.All"/>.</param>
/// <param name="PlaceIds">Whose cards; null for all. Lists always hold everybody.</param>
/// <param name="Blanks">Cards without a name, to be written by hand.</param>
public sealed record SceneOrder(string Kind, IReadOnlyList<int>? PlaceIds = null, int Blanks = 0);

/// <summary>Records a print of a scene; the page of its number shows the sheets.</summary>
public sealed class PrintScene(ScenePlan plans, RecordPrintout record)
{
    /// <summary>The printout's id; null where the meeting has no such scene or nothing would stand on the paper.</summary>
    public async Task<int?> RunAsync(int meetingId, int sceneId, SceneOrder order, string by, CancellationToken stop = default)
    {
        if (!SceneSheets.All.Contains(order.Kind) || order.Blanks is < 0 or > SceneSheets.Blanks) return null;
        if (await plans.ReadAsync(meetingId, sceneId, stop) is not { } plan) return null;
        var chosen = order.Kind == SceneSheets.Cards && order.PlaceIds is { } ids ? plan with { People = [.. plan.People.Where(person => ids.Contains(person.Id))] } : plan;
        IReadOnlyList<ShownItem> items = [.. chosen.Shown(order.Kind), .. order.Kind == SceneSheets.Cards ? SceneSheets.BlankItems(order.Blanks) : []];
        return items.Count == 0 ? null : await record.RunAsync(new PrintOrder(meetingId, order.Kind, by, AboutId: sceneId), items, stop);
    }
}

/// <param name="People">Whose cards; on a list everybody present.</param>
/// <param name="Changes">What came, went or changed since it was recorded.</param>
public sealed record ScenePrint(PrintoutView Print, ScenePlanView Plan, IReadOnlyList<ScenePerson> People, int Blanks, int Changes);

/// <summary>What to put on the paper of a recorded print.</summary>
public sealed class PrintedScene(PrintoutLog log, ScenePlan plans)
{
    /// <summary>Null where the meeting has no such print, or its scene is gone.</summary>
    public async Task<ScenePrint?> ReadAsync(int meetingId, int printoutId, CancellationToken stop = default)
    {
        if (await log.ReadAsync(meetingId, printoutId, SceneSheets.All, stop) is not var (print, items)) return null;
        if (await plans.ReadAsync(meetingId, (int)print.AboutId!, stop) is not { } plan) return null;
        var now = plan.Shown(print.Kind);
        if (print.Kind != SceneSheets.Cards) return new(print, plan, [.. plan.People.Where(person => !person.Absent)], 0, items.ChangesUntil(now));
        // Of the cards asked for, those that still bear the same name.
        var people = plan.People.Where(person => items.Any(item => item.IsOf(person)) && !person.Absent && person.Name is not null).ToList();
        IReadOnlyList<ShownItem> asked = [.. items.Where(item => !item.IsBlank())];
        var same = new ScenePlanView(plan.Id, plan.Name, plan.Settings, null, null, null, null, people, null, []).Shown(print.Kind);
        return new(print, plan, people, items.Count(item => item.IsBlank()), asked.ChangesUntil(same));
    }
}
