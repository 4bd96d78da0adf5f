using Microsoft.Extensions.Localization;
using Shared.Seating.Scenes;
using Shared.Seating.Scenes.Rules;

namespace EventApp.Seating.Scenes;

/// <summary>Words that the page of a scene and its prints share.</summary>
static class SceneWords
{
    public static string Called(this IStringLocalizer<ScenesTexts> texts, ScenePerson person) => person.Name ?? texts["Unknown"];

    /// <summary>What somebody of this role is called in a scene of this kind.</summary>
    public static string RoleOf(this IStringLocalizer<ScenesTexts> texts, SceneKind kind, SceneRole role) => texts[role == SceneRole.Seated ? $"Role_Seated_{kind}" : $"Role_{role}"];

    /// <summary>A place in words; a number below 1 is a chair added at the far left.</summary>
    public static string Place(this IStringLocalizer<ScenesTexts> texts, SceneKind kind, Spot spot) => (kind, spot.Number) switch
    {
        (SceneKind.HeadTable, 1) => texts["SpotHead"],
        (SceneKind.HeadTable, _) => texts["SpotTable", spot.Number],
        (_, < 1) => texts["SpotAdded", spot.Row, 1 - spot.Number],
        _ => texts["Spot", spot.Row, spot.Number],
    };

    /// <summary>Whom a receiver faces; null for everybody else.</summary>
    public static string? Faces(this IStringLocalizer<ScenesTexts> texts, ScenePlanView plan, ScenePerson person) => person.Faces is not { } presenter ? null
        : presenter > plan.Of(SceneRole.Seated).Count(one => !one.Absent) ? texts["FacesNobody"].Value : texts["Faces", presenter].Value;

    /// <summary>The same said of cards and chairs, or of names and places on the floor.</summary>
    public static string OfWalk(this IStringLocalizer<ScenesTexts> texts, SceneKind kind, string key, params object[] values) => texts[Scene.IsStood(kind) ? key + "_Stood" : key, values];

    /// <summary>The chairs to add before the walk, its steps, the chairs to take away after it; each a line.</summary>
    public static IReadOnlyList<string> Lines(this IStringLocalizer<ScenesTexts> texts, ScenePlanView plan) => plan.Walk is not { } walk ? []
        : [.. texts.Chairs(plan, walk, added: true), .. walk.Steps.Select(step => texts.Line(plan, step)), .. texts.Chairs(plan, walk, added: false)];

    static string Line(this IStringLocalizer<ScenesTexts> texts, ScenePlanView plan, WalkStep step)
    {
        var name = plan.People.FirstOrDefault(person => person.Id == step.Card) is { } person ? texts.Called(person) : texts["Unknown"];
        string At(Spot? spot) => spot is { } there ? texts.Place(plan.Settings.Kind, there) : "";
        return step.Kind switch
        {
            WalkStepKind.Remove => texts["StepRemove", name, At(step.From)],
            WalkStepKind.Move => texts["StepMove", name, At(step.From), At(step.To)],
            WalkStepKind.Lift => texts["StepLift", name, At(step.From)],
            WalkStepKind.Put => texts["StepPut", name, At(step.To)],
            _ => texts.OfWalk(plan.Settings.Kind, "StepNew", name, At(step.To)),
        };
    }

    static IEnumerable<string> Chairs(this IStringLocalizer<ScenesTexts> texts, ScenePlanView plan, Walk walk, bool added)
    {
        if (plan.Settings.Kind == SceneKind.HeadTable) yield break;
        var (now, then) = (Widths(plan.People.Select(person => person.Stands)), Widths(plan.People.Select(person => person.At)));
        foreach (var row in now.Keys.Union(then.Keys).Order())
        {
            var more = then.GetValueOrDefault(row) - now.GetValueOrDefault(row);
            if (more == 0 || more > 0 != added) continue;
            var left = Math.Abs(walk.Shift.GetValueOrDefault(row));
            foreach (var (end, count) in ((string, int)[])[("ChairsEndLeft", left), ("ChairsEndRight", Math.Abs(more) - left)])
                if (count > 0) yield return texts.OfWalk(plan.Settings.Kind, added ? "ChairsAdd" : "ChairsTake", row, texts[end].Value, count);
        }
    }

    static Dictionary<int, int> Widths(IEnumerable<Spot?> spots) => spots.OfType<Spot>().GroupBy(spot => spot.Row).ToDictionary(row => row.Key, row => row.Max(spot => spot.Number));
}
