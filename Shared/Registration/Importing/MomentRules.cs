using System.Text.RegularExpressions;
using Shared.Data.Sheets;
using Shared.Meetings.Importing;

namespace Shared.Registration.Importing;

/// <summary>Joins a day and an hour from one or two cells, completed by the meeting's days.</summary>
static partial class MomentRules
{
    public static void Take(RowInput row, RowReading reading, (Field Date, Field At) fields, MeetingDays days)
    {
        var dateCell = CellText.ReadCell(row, fields.Date, reading);
        var atCell = CellText.ReadCell(row, fields.At, reading);
        var date = Parts(dateCell, fields.Date, reading);
        var at = Parts(date is { HasDay: true } ? AsHour(atCell) : atCell, fields.At, reading);
        if (date is null && at is null)
            return;
        var raw = string.Join(' ', new[] { CellText.Raw(row, fields.Date), CellText.Raw(row, fields.At) }.Where(text => text.Length > 0));
        var (day, time) = (DayOf(date, at), at?.Time ?? date?.Time);
        if (date is { HasDay: true } && at is { HasDay: true } && Complete(date.Value, days) != Complete(at.Value, days))
            reading.Warn(fields.At, RosterNotes.DatesDiffer, raw);
        Take(reading, fields.At, day, time, days, raw);
        if (day is { HourUnclear: true } || at is { HourUnclear: true } || date is { HourUnclear: true })
            reading.Warn(fields.At, RosterNotes.HourUnclear, raw);
    }

    /// <summary>A day without an hour.</summary>
    public static void TakeDay(RowInput row, RowReading reading, Field field, MeetingDays days)
    {
        if (Parts(CellText.ReadCell(row, field, reading), field, reading) is { } parts)
            Take(reading, field, parts, TimeSpan.Zero, days, CellText.Raw(row, field));
    }

    static void Take(RowReading reading, Field field, MomentParts day, TimeSpan? time, MeetingDays days, string raw)
    {
        if ((day.HasDay ? Complete(day, days) : days.First) is not { } date)
        {
            reading.Fail(field, RosterNotes.TimeUnreadable, raw);
            return;
        }
        if (!days.IsNear(date))
        {
            reading.Fail(field, RosterNotes.TimeOutOfRange, raw);
            return;
        }
        var moment = new LocalMoment(date.ToDateTime(TimeOnly.MinValue) + (time ?? TimeSpan.Zero), time is null);
        reading[field] = moment;
        if (!day.Plain)
            reading.Correct(field, raw, moment.ToString());
        if (day.DayUnclear || day.Month is null)
            reading.Warn(field, RosterNotes.DateGuessed, raw, moment.ToString());
        if (time is null)
            reading.Tell(field, RosterNotes.TimeMissing);
    }

    // Without a day nobody knows which; the first day of the meeting is proposed with a warning.
    static MomentParts DayOf(MomentParts? date, MomentParts? at)
    {
        var plain = (date?.Plain ?? true) && (at?.Plain ?? true);
        return (date is { HasDay: true } ? date.Value : at is { HasDay: true } ? at.Value : default) with { Plain = plain && (date is { HasDay: true } || at is { HasDay: true }) };
    }

    static DateOnly? Complete(MomentParts parts, MeetingDays days) => parts switch
    {
        { Year: { } year, Month: { } month, Day: { } day } => new DateOnly(year, month, day),
        { Month: { } month, Day: { } day } => days.WithYear(month, day),
        { Day: { } day } => days.WithMonth(day),
        _ => null,
    };

    static MomentParts? Parts(SheetCell cell, Field field, RowReading reading)
    {
        var text = CellText.Tidy(cell.Text);
        if (text is "" or "-" or "—" or "/")
            return null;
        if (text is "无")
        {
            reading.Warn(field, NoteCodes.LeftEmpty, text);
            return null;
        }
        if (MomentText.Read(cell.Kind == CellKind.Text ? SheetCell.OfText(text) : cell) is { } parts)
            return parts;
        reading.Fail(field, RosterNotes.TimeUnreadable, cell.Text);
        return null;
    }

    // Beside a column for the day, 14.30 and 1430 are hours.
    static SheetCell AsHour(SheetCell cell) =>
        cell.Kind is CellKind.Text or CellKind.Number && Hour().Match(CellText.Tidy(cell.Text)) is { Success: true } match
            ? SheetCell.OfText($"{match.Groups[1].Value}点{match.Groups[2].Value}分")
            : cell;

    [GeneratedRegex(@"^([01]?\d|2[0-3])[.．]?([0-5]\d)$")]
    private static partial Regex Hour();
}
