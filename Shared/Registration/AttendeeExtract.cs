using Microsoft.EntityFrameworkCore;
using Shared.Data;
using Shared.Meetings;

namespace Shared.Registration;

/// <summary>One person as a file for organisers tells it, phones in full. The diet is not among it.</summary>
public sealed record ExtractedAttendee(int Id, int ListNo, string Name, Gender? Gender, string Unit, string? Department, string? Post, AttendeeCategory Category,
    string? Phone, string? ContactPhone, AttendeeState State, string? StateReason, AttendeeSource Source, bool IsHead, int Companions, string? Lodging,
    TravelNote? Arrival, TravelNote? Departure, string? Liaison, string? Remark, StayNote? Stay, StageRoles SaidRoles);

/// <summary>The people of a filtered list, all pages of it, to be written to a file.</summary>
public sealed class AttendeeExtract(IDbContextFactory<EventDb> dbs)
{
    public async Task<IReadOnlyList<ExtractedAttendee>> ReadAsync(int meetingId, AttendeeFilter filter, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var staff = db.Staff();
        return await (await filter.ApplyAsync(db, meetingId, stop)).Select(a => new ExtractedAttendee(a.Id, a.ListNo, a.Name, a.Gender,
            a.Unit!.Organisation!.FullName, a.Department, a.Post, a.Category, a.Phone, a.ContactPhone, a.State, a.StateReason, a.Source, a.IsHead, a.Companions, a.Lodging,
            a.Journeys.Where(j => j.Direction == JourneyDirection.Arrival).Select(j => new TravelNote(j.Mode, j.ServiceNo, j.Terminal, j.At, j.NeedsRide) { DayOnly = j.DayOnly, ServiceAlias = j.ServiceAlias, AskAgainOn = j.AskAgainOn }).FirstOrDefault(),
            a.Journeys.Where(j => j.Direction == JourneyDirection.Departure).Select(j => new TravelNote(j.Mode, j.ServiceNo, j.Terminal, j.At, j.NeedsRide) { DayOnly = j.DayOnly, ServiceAlias = j.ServiceAlias, AskAgainOn = j.AskAgainOn }).FirstOrDefault(),
            staff.Where(s => s.Id == a.Unit.LiaisonId).Select(s => s.Nickname ?? s.Name).FirstOrDefault(), a.Remark,
            a.Stay == null ? null : new StayNote(a.Stay.Needed, a.Stay.Room, a.Stay.Roommate, a.Stay.From, a.Stay.To, a.Stay.Meals), a.SaidRoles)).ToListAsync(stop);
    }
}
