using Microsoft.Extensions.Localization;
using Shared.Seating;

namespace EventApp.Components;

/// <summary>Where somebody sits, as people read it: 3排12号, 甲区 单位区 7–9排, 7–12排自由就座.</summary>
static class SeatWords
{
    public static string SeatAt(this IStringLocalizer<ComponentTexts> texts, ZoneKind kind, int row, int number) => texts[kind == ZoneKind.Tables ? "TableNo" : "SeatNo", row, number];

    public static string SeatAt(this IStringLocalizer<ComponentTexts> texts, SeatPlace place)
    {
        var (table, rows) = (place.Kind == ZoneKind.Tables, place.Row == place.LastRow ? $"{place.Row}" : $"{place.Row}–{place.LastRow}");
        if (place.OnStage) return texts[place.LastRow > 1 ? "StageSeatInRow" : "StageSeat", place.Zone ?? "", place.Row, place.Number];
        string seat = place.Use switch
        {
            ZoneUse.ByUnit => texts[table ? "TableBlock" : "SeatBlock", rows],
            ZoneUse.Free => texts[table ? "TableFree" : "SeatFree", rows],
            _ => texts.SeatAt(place.Kind, place.Row, place.Number),
        };
        return string.Join(' ', new[] { place.Hall, place.Zone, seat }.Where(word => !string.IsNullOrEmpty(word)));
    }

    /// <summary>All places of a person, of one kind where only that is asked for; null where there is none.</summary>
    public static string? SeatsAt(this IStringLocalizer<ComponentTexts> texts, IReadOnlyList<SeatPlace>? places, ZoneKind? kind = null)
    {
        var words = (places ?? []).Where(place => kind is null || place.Kind == kind).Select(texts.SeatAt).ToList();
        return words.Count == 0 ? null : string.Join(texts["SeatComma"], words);
    }
}
