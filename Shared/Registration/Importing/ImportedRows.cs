using Microsoft.Data.Sqlite;
using Shared.Data;
using Shared.Meetings;

namespace Shared.Registration.Importing;

/// <summary>A person ready to be written, with all that hangs on them.</summary>
sealed record ImportedRow(Attendee Attendee, Diet? Diet, IReadOnlySet<string> Grams);

/// <summary>Makes and writes the rows of new people.</summary>
sealed class ImportedRows : IDisposable
{
    readonly InsertStatement attendees, journeys, diets, grams;

    public ImportedRows(EventDb db, SqliteConnection connection)
    {
        attendees = new(connection, db.Model, typeof(Attendee));
        journeys = new(connection, db.Model, typeof(Journey));
        diets = new(connection, db.Model, typeof(Diet));
        grams = new(connection, db.Model, typeof(AttendeeGram));
    }

    /// <summary>Computed outside the write lock: keys and grams take longer than writing them.</summary>
    public static ImportedRow Make(PlannedPerson person, RosterImport import, IReadOnlyDictionary<UnitValue, int> units, MeetingView meeting, int listNo)
    {
        var attendee = new Attendee
        {
            MeetingId = meeting.Id, UnitId = units[(UnitValue)person[RosterFields.Unit]!], Name = "", ListNo = listNo, ImportId = import.Id,
            Source = person.SubstitutesForId is null ? AttendeeSource.Import : AttendeeSource.Substitute,
            SubstitutesForId = person.SubstitutesForId, ConfirmedAt = import.StartedAt, Version = 1,
        };
        foreach (var field in AttendeeFields.All)
            if (person[field] is { } value)
                AttendeeFields.Set(attendee, field, value, meeting);
        AttendeeIndex.SetKeys(attendee);
        var diet = person[RosterFields.Diet] is DietValue told ? new Diet { Kind = told.Kind, Note = told.Note, EnteredAt = import.StartedAt } : null;
        return new(attendee, diet, AttendeeIndex.GramsOf(attendee.Name, attendee.Phone, attendee.ContactPhone));
    }

    public void Write(ImportedRow row, SqliteTransaction transaction)
    {
        var id = (int)attendees.Run(row.Attendee, transaction);
        foreach (var way in row.Attendee.Journeys)
        {
            way.AttendeeId = id;
            journeys.Run(way, transaction);
        }
        if (row.Diet is { } diet)
        {
            diet.AttendeeId = id;
            diets.Run(diet, transaction);
        }
        foreach (var gram in row.Grams)
            grams.Run(new AttendeeGram { MeetingId = row.Attendee.MeetingId, Gram = gram, AttendeeId = id }, transaction);
    }

    public void Dispose()
    {
        foreach (var statement in (InsertStatement[])[attendees, journeys, diets, grams])
            statement.Dispose();
    }
}
