using System.Text;
using Shared.Chinese;
using Shared.Meetings;
using Shared.Meetings.Importing;

namespace Shared.Registration.Importing;

/// <param name="Id">The organisation's; null for one that is not in the directory yet.</param>
public sealed record UnitValue(int? Id, string Name)
{
    public override string ToString() => Name;
}

/// <summary>Reads the unit, and what part of it a person belongs to.</summary>
static class UnitRules
{
    public static void Take(RowInput row, RowReading reading, UnitDirectory units)
    {
        CellText.Take(row, RosterFields.Department, reading, Attendee.DepartmentLength);
        var text = CellText.ReadCell(row, RosterFields.Unit, reading).Text;
        var name = CellText.Tidy(text);
        if (name is "" or "无" or "-" or "—")
        {
            reading.Fail(RosterFields.Unit, NoteCodes.RequiredMissing);
            return;
        }
        var match = units.Find(name);
        if (match.Unit is { } unit)
            TakeKnown(reading, text, unit, match.Department);
        else if (match.Ambiguous)
            reading.Fail(RosterFields.Unit, RosterNotes.UnitAmbiguous, name, string.Join('、', match.Others));
        else
            TakeNew(reading, text, name, units.IsEmpty ? null : match.Others);
    }

    static void TakeKnown(RowReading reading, string raw, UnitName unit, string? part)
    {
        reading.Take(RosterFields.Unit, new UnitValue(unit.Id, unit.FullName), raw);
        if (part is null)
            return;
        var own = reading.Text(RosterFields.Department);
        reading[RosterFields.Department] = own is null || own == part ? part : own.Contains(part) ? own : part + own;
        reading.Tell(RosterFields.Unit, RosterNotes.PartToDepartment, part);
    }

    static void TakeNew(RowReading reading, string raw, string name, IReadOnlyList<string>? others)
    {
        var plain = OnlyHan(name) ? name.Replace(" ", "") : name;
        if (plain.Length > Organisation.NameLength)
        {
            reading.Fail(RosterFields.Unit, NoteCodes.TooLong, Organisation.NameLength);
            return;
        }
        reading.Take(RosterFields.Unit, new UnitValue(null, plain), raw);
        if (others is { Count: > 0 })
            reading.Warn(RosterFields.Unit, RosterNotes.UnitUnknownSuggest, plain, string.Join('、', others));
        else if (others is not null)
            reading.Warn(RosterFields.Unit, RosterNotes.UnitUnknown, plain);
    }

    static bool OnlyHan(string text)
    {
        foreach (var rune in text.EnumerateRunes())
            if (!TextNormal.IsHan(rune) && !Rune.IsWhiteSpace(rune) && !Rune.IsPunctuation(rune))
                return false;
        return true;
    }
}
