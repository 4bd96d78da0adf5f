using Microsoft.EntityFrameworkCore;
using Shared.Data;
using Shared.Meetings;
using Shared.Meetings.Importing;

namespace Shared.Registration.Importing;

/// <param name="Remembered">What columns of earlier files were taken for.</param>
/// <param name="UpTo">The newest person when this was read; whoever has a higher id came since.</param>
public sealed record KnownRosterView(MeetingView Meeting, RosterContext Context, IReadOnlyDictionary<string, string> Remembered, int UpTo);

/// <summary>What a file is read against: the bodies, the people already there, the columns remembered.</summary>
public sealed class KnownRoster(IDbContextFactory<EventDb> dbs)
{
    public async Task<KnownRosterView> ReadAsync(MeetingView meeting, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var organisations = await db.Organisations().AsNoTracking().Include(o => o.Aliases).OrderBy(o => o.Id).ToListAsync(stop);
        var organisationOf = await db.Units().Where(u => u.MeetingId == meeting.Id).ToDictionaryAsync(u => u.Id, u => u.OrganisationId, stop);
        var names = organisations.ToDictionary(o => o.Id, o => o.FullName);
        var attendees = await db.Attendees().AsNoTracking().Include(a => a.Journeys).Listed(meeting.Id).OrderBy(a => a.Id).ToListAsync(stop);
        var diets = await db.Diets().AsNoTracking().Where(d => db.Set<Attendee>().Any(a => a.Id == d.AttendeeId && a.MeetingId == meeting.Id))
            .ToDictionaryAsync(d => d.AttendeeId, stop);
        var people = attendees.Select(a => Person(a, new UnitValue(organisationOf[a.UnitId], names[organisationOf[a.UnitId]]), diets.GetValueOrDefault(a.Id), meeting));
        var remembered = await db.Set<RememberedColumn>().Where(c => c.MeetingId == meeting.Id).ToDictionaryAsync(c => c.Header, c => c.Field, stop);
        var directory = new UnitDirectory(organisations.Select(o => new UnitName(o.Id, o.FullName, o.ShortName, [.. o.Aliases.Select(alias => alias.Name)])));
        return new(meeting, new(directory, new(meeting.FirstDay, meeting.LastDay), [.. people]), remembered, attendees.Count > 0 ? attendees[^1].Id : 0);
    }

    static KnownPerson Person(Attendee attendee, UnitValue unit, Diet? diet, MeetingView meeting)
    {
        var values = new object?[RosterFields.All.All.Count];
        foreach (var field in AttendeeFields.All)
            values[field.Index] = AttendeeFields.Get(attendee, field, meeting);
        values[RosterFields.Unit.Index] = unit;
        values[RosterFields.Diet.Index] = diet is null ? null : new DietValue(diet.Kind, diet.Note);
        return new(attendee.Id, unit.Id!.Value, attendee.Name, attendee.Phone, attendee.State is AttendeeState.Confirmed or AttendeeState.OnLeave, values) { SaidTheirDiet = diet?.IsTheirs == true };
    }
}
