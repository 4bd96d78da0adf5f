using Shared.Meetings.Importing;

namespace Shared.Registration.Importing;

/// <summary>The fields of one way, here or back.</summary>
sealed record JourneyFields(Field Mode, Field Date, Field Service, Field Alias, Field Station, Field At, Field Ride)
{
    public static readonly JourneyFields Arrival = new(RosterFields.ArrivalMode, RosterFields.ArrivalDate, RosterFields.ArrivalService,
        RosterFields.ArrivalAlias, RosterFields.ArrivalStation, RosterFields.ArrivalAt, RosterFields.PickUp);

    public static readonly JourneyFields Departure = new(RosterFields.DepartureMode, RosterFields.DepartureDate, RosterFields.DepartureService,
        RosterFields.DepartureAlias, RosterFields.DepartureStation, RosterFields.DepartureAt, RosterFields.DropOff);
}

/// <summary>Reads how a person comes or goes.</summary>
static class JourneyRules
{
    public static void Take(RowInput row, RowReading reading, JourneyFields fields, MeetingDays days)
    {
        reading[fields.Mode] = WordRules.ReadWord(row, fields.Mode, reading, RosterWords.Modes);
        TakeService(row, reading, fields);
        TakeStation(row, reading, fields);
        WordRules.TakeYesNo(row, fields.Ride, reading);
        MomentRules.Take(row, reading, (fields.Date, fields.At), days);
        if (reading[fields.Service] is not null && reading[fields.Station] is null && reading[fields.Ride] is not false)
            reading.Warn(fields.Station, RosterNotes.StationMissing, reading[fields.Service]!);
    }

    static void TakeService(RowInput row, RowReading reading, JourneyFields fields)
    {
        if (CellText.Read(row, fields.Service, reading, maxLength: 60) is not { } text)
            return;
        if (RosterWords.Modes.TryGetValue(CellText.Key(text), out var word))
        {
            reading[fields.Mode] ??= word;
            return;
        }
        var service = ServiceRules.Read(text, arriving: fields == JourneyFields.Arrival);
        if (service.No is { } number)
            reading.Take(fields.Service, number, CellText.Raw(row, fields.Service));
        if (service.Alias is { } alias)
        {
            reading[fields.Alias] = alias;
            reading.Tell(fields.Service, RosterNotes.ServiceHasTwoNumbers, service.No!, alias);
        }
        if (service.Problem is { } problem)
            reading.Warn(fields.Service, problem, text, service.No ?? "");
        if (service.Mode is { } mode && reading[fields.Mode] is TravelMode told && told != mode)
            reading.Warn(fields.Mode, RosterNotes.ModeContradictsService, text);
        reading[fields.Mode] ??= service.Mode;
    }

    static void TakeStation(RowInput row, RowReading reading, JourneyFields fields)
    {
        if (CellText.Read(row, fields.Station, reading, maxLength: 60) is not { } text)
            return;
        var terminal = Terminals.Read(text);
        if (terminal.Name is { } name)
            reading.Take(fields.Station, name, CellText.Raw(row, fields.Station));
        if (terminal.Problem is { } problem)
            reading.Warn(fields.Station, problem, text);
    }
}
