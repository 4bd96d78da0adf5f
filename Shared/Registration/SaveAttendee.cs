using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Chinese;
using Shared.Data;
using Shared.Live;
using Shared.Meetings;

namespace Shared.Registration;

public abstract record SaveAttendeeResult
{
    public sealed record Saved(int Id) : SaveAttendeeResult;

    /// <summary>Nothing was written; what was wrong, field by field.</summary>
    public sealed record Refused(IReadOnlyList<FieldProblem> Problems) : SaveAttendeeResult;

    /// <summary>Somebody else saved the person after the form was filled; nothing was written.</summary>
    public sealed record ChangedMeanwhile : SaveAttendeeResult;
    public sealed record NoSuchPerson : SaveAttendeeResult;
}

/// <summary>Adds a person, or writes what a form changed of one.</summary>
public sealed class SaveAttendee(IDbContextFactory<EventDb> dbs, AuditTrail audit, LiveUpdates live, TimeProvider clock)
{
    public async Task<SaveAttendeeResult> RunAsync(int meetingId, AttendeeEntry entry, string who, CancellationToken stop = default)
    {
        entry = entry.Clean();
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var attendee = entry.Id is { } id ? await db.Attendees().Include(a => a.Journeys).Known(meetingId).SingleOrDefaultAsync(a => a.Id == id, stop) : await NewAsync(db, meetingId, stop);
        if (attendee is null) return new SaveAttendeeResult.NoSuchPerson();
        if (attendee.Version != entry.Version) return new SaveAttendeeResult.ChangedMeanwhile();
        var units = await UnitsAsync(db, meetingId, entry.Unit, stop);
        var problems = EntryCheck.Problems(entry, units.Count).ToList();
        if (problems.Count > 0) return new SaveAttendeeResult.Refused(problems);
        Write(entry, attendee, units[0]);
        db.ChangeTracker.DetectChanges();
        var changes = await FieldChange.AllAsync(db, stop);
        if (changes.Count > 0) await StoreAsync(db, attendee, entry.Id is null ? null : changes, who, stop);
        await transaction.CommitAsync(stop);
        live.Tell(RegistrationSets.Roster(meetingId));
        return new SaveAttendeeResult.Saved(attendee.Id);
    }

    async Task<Attendee> NewAsync(EventDb db, int meetingId, CancellationToken stop)
    {
        var attendee = new Attendee
        {
            MeetingId = meetingId, Name = "", Source = AttendeeSource.Manual, ConfirmedAt = clock.GetUtcNow().UtcDateTime,
            ListNo = await db.Attendees().Where(a => a.MeetingId == meetingId).MaxAsync(a => (int?)a.ListNo, stop) + 1 ?? 1,
        };
        db.Add(attendee);
        return attendee;
    }

    async Task StoreAsync(EventDb db, Attendee attendee, IReadOnlyList<FieldChange>? changes, string who, CancellationToken stop)
    {
        attendee.Version++;
        AttendeeIndex.SetKeys(attendee);
        await db.SaveChangesAsync(stop);
        await AttendeeIndex.RenewAsync(db, attendee, stop);
        await audit.AddAsync(db, who, changes is null ? "attendee-added" : "attendee-changed", RegistrationSets.Subject(attendee.Id), attendee.MeetingId, FieldChange.Json(changes), stop);
    }

    // Two units may bear one alias: then the form has to say which.
    static async Task<List<int>> UnitsAsync(EventDb db, int meetingId, string? typed, CancellationToken stop)
    {
        var key = TextNormal.Key(typed);
        if (key.Length == 0) return [];
        var units = await db.Units().Where(u => u.MeetingId == meetingId)
            .Select(u => new { u.Id, u.Organisation!.FullName, u.Organisation.ShortName, Aliases = u.Organisation.Aliases.Select(a => a.Name) }).ToListAsync(stop);
        var named = units.Where(u => TextNormal.Key(u.FullName) == key).ToList();
        if (named.Count == 0) named = [.. units.Where(u => TextNormal.Key(u.ShortName) == key || u.Aliases.Any(alias => TextNormal.Key(alias) == key))];
        return [.. named.Select(u => u.Id)];
    }

    static void Write(AttendeeEntry entry, Attendee a, int unitId)
    {
        (a.Name, a.UnitId, a.Gender, a.Post, a.Department, a.Category) = (entry.Name!, unitId, entry.Gender, entry.Post, entry.Department, entry.Category);
        (a.Phone, a.ContactPhone) = (EntryCheck.Phone(entry.Phone), EntryCheck.Phone(entry.ContactPhone));
        (a.IsHead, a.Companions, a.Lodging, a.Remark) = (entry.IsHead, entry.Companions, entry.Lodging, entry.Remark);
        a.NeedsAccess = entry.NeedsAccess ?? a.NeedsAccess;
        if (entry.Speaks is { } speaks) a.Roles = speaks ? a.Roles | StageRoles.Speaks : a.Roles & ~StageRoles.Speaks;
        Write(entry.Arrival, a, JourneyDirection.Arrival);
        Write(entry.Departure, a, JourneyDirection.Departure);
    }

    static void Write(TravelNote way, Attendee a, JourneyDirection direction)
    {
        var journey = a.Journeys.SingleOrDefault(j => j.Direction == direction);
        if (way == new TravelNote(null, null, null, null, null))
        {
            if (journey is not null) a.Journeys.Remove(journey);
            return;
        }
        if (journey is null) a.Journeys.Add(journey = new Journey { Direction = direction });
        journey.DayOnly &= journey.At == way.At;
        (journey.Mode, journey.ServiceNo, journey.Terminal, journey.At, journey.NeedsRide) = (way.Mode, way.ServiceNo, way.Terminal, way.At, way.NeedsRide);
    }
}
