using Shared.Meetings.Importing;

namespace Shared.Registration.Importing;

/// <param name="Note">What the person is allergic to, in their words.</param>
public sealed record DietValue(DietKind Kind, string? Note);

/// <summary>Reads room, meals and company.</summary>
static class StayRules
{
    public static void Take(RowInput row, RowReading reading)
    {
        TakeLodging(row, reading);
        TakeDiet(row, reading);
        if (WordRules.ReadCount(row, RosterFields.Companions, reading) is not { } companions)
            return;
        if (companions > Attendee.MostCompanions)
            reading.Fail(RosterFields.Companions, RosterNotes.TooManyCompanions, companions, Attendee.MostCompanions);
        else
            reading[RosterFields.Companions] = companions;
    }

    static void TakeLodging(RowInput row, RowReading reading)
    {
        CellText.Take(row, RosterFields.Room, reading, Attendee.LodgingLength);
        var text = CellText.Tidy(row[RosterFields.Lodging].Text);
        if (!RosterWords.Rooms.Contains(text))
        {
            WordRules.TakeYesNo(row, RosterFields.Lodging, reading);
            return;
        }
        reading[RosterFields.Lodging] = true;
        reading[RosterFields.Room] ??= text;
    }

    static void TakeDiet(RowInput row, RowReading reading)
    {
        var text = CellText.ReadCell(row, RosterFields.Diet, reading).Text;
        var key = CellText.Key(text);
        if (key.Length == 0)
            return;
        if (RosterWords.Diets.TryGetValue(key, out var diet))
            reading[RosterFields.Diet] = diet;
        else if (key.Contains("过敏"))
            reading[RosterFields.Diet] = new DietValue(DietKind.Allergy, Shorten(CellText.Tidy(text)));
        else
            reading.Warn(RosterFields.Diet, NoteCodes.UnknownWord, text);
    }

    static string Shorten(string text) => text.Length <= Diet.NoteLength ? text : text[..Diet.NoteLength];
}
