using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;
using Shared.Meetings;
using Shared.Registration;
using Shared.Registration.Replies;
using Shared.Shuttles;

namespace Shared.Privacy;

/// <summary>One kind of rows of a class: which ids of a meeting are still there, and how some of them go.</summary>
/// <param name="Word">As <see cref="RetentionRun.Kind"/> keeps it.</param>
/// <param name="Ids">Those with something to take away; once it is taken they are not among them.</param>
/// <param name="Remove">Inside the caller's transaction.</param>
sealed record RetentionKind(string Word, RetentionClass Class, Func<EventDb, int, IQueryable<long>> Ids, Func<EventDb, List<long>, DateTime, CancellationToken, Task> Remove)
{
    static readonly string[] Portions = [ReplyFields.Halal, ReplyFields.Vegetarian], Numbers = [ReplyFields.Phone];
    static readonly string[] Ways = [.. ReplyFields.Arrival.All, .. ReplyFields.Departure.All, ReplyFields.Lodging, ReplyFields.Room, ReplyFields.Roommate, ReplyFields.StayFrom, ReplyFields.StayTo, ReplyFields.Meals];

    /// <summary>Fields of a journey, a stay or a room as the trail's details name them.</summary>
    static readonly string[] OfTravel = ["\"Arrival.", "\"Departure.", "\"Stay.", "\"Lodging\""];

    public static readonly IReadOnlyList<RetentionKind> All =
    [
        new("diets", RetentionClass.Diet, (db, meeting) => db.Diets().Where(d => db.Set<Attendee>().Any(a => a.Id == d.AttendeeId && a.MeetingId == meeting)).Select(d => (long)d.AttendeeId),
            (db, ids, _, stop) => db.Diets().Where(d => ids.Contains(d.AttendeeId)).ExecuteDeleteAsync(stop)),
        new("portions", RetentionClass.Diet, (db, meeting) => db.Replies().Where(r => r.MeetingId == meeting && (r.HalalPortions != null || r.VegetarianPortions != null)).Select(r => (long)r.Id),
            (db, ids, _, stop) => db.Replies().Where(r => ids.Contains(r.Id)).ExecuteUpdateAsync(set => set.SetProperty(r => r.HalalPortions, (int?)null).SetProperty(r => r.VegetarianPortions, (int?)null), stop)),
        Answers("portion-answers", RetentionClass.Diet, Portions),
        new("journeys", RetentionClass.Travel, (db, meeting) => db.Set<Journey>().Where(j => db.Set<Attendee>().Any(a => a.Id == j.AttendeeId && a.MeetingId == meeting)).Select(j => (long)j.Id),
            (db, ids, _, stop) => db.Set<Journey>().Where(j => ids.Contains(j.Id)).ExecuteDeleteAsync(stop)),
        new("stays", RetentionClass.Travel, (db, meeting) => db.Set<Stay>().Where(s => db.Set<Attendee>().Any(a => a.Id == s.AttendeeId && a.MeetingId == meeting)).Select(s => (long)s.AttendeeId),
            (db, ids, _, stop) => db.Set<Stay>().Where(s => ids.Contains(s.AttendeeId)).ExecuteDeleteAsync(stop)),
        new("rooms", RetentionClass.Travel, (db, meeting) => db.Attendees().Where(a => a.MeetingId == meeting && a.Lodging != null).Select(a => (long)a.Id),
            (db, ids, _, stop) => db.Attendees().Where(a => ids.Contains(a.Id)).ExecuteUpdateAsync(set => set.SetProperty(a => a.Lodging, (string?)null).SetProperty(a => a.Version, a => a.Version + 1), stop)),
        new("drivers", RetentionClass.Travel, (db, meeting) => db.Vehicles().Where(v => v.MeetingId == meeting && (v.Driver != null || v.DriverPhone != null)).Select(v => (long)v.Id),
            (db, ids, _, stop) => db.Vehicles().Where(v => ids.Contains(v.Id)).ExecuteUpdateAsync(set => set.SetProperty(v => v.Driver, (string?)null).SetProperty(v => v.DriverPhone, (string?)null), stop)),
        Answers("travel-answers", RetentionClass.Travel, Ways),
        new("travel-trail", RetentionClass.Travel, TravelTrail, (db, ids, _, stop) => PersonTraces.BlankAsync(db, ids, stop)),
        new("phones", RetentionClass.Phones, (db, meeting) => db.Attendees().Where(a => a.MeetingId == meeting && (a.Phone != null || a.ContactPhone != null)).Select(a => (long)a.Id), ForgetPhonesAsync),
        Answers("phone-answers", RetentionClass.Phones, Numbers),
        new("staff-phones", RetentionClass.Phones, (db, meeting) => db.Staff().Where(s => s.MeetingId == meeting && s.Phone != null).Select(s => (long)s.Id),
            (db, ids, _, stop) => db.Staff().Where(s => ids.Contains(s.Id)).ExecuteUpdateAsync(set => set.SetProperty(s => s.Phone, (string?)null), stop)),
        new("own-links", RetentionClass.Links, (db, meeting) => db.AttendeeLinks().Where(l => l.MeetingId == meeting).Select(l => (long)l.Id), (db, ids, _, stop) => db.AttendeeLinks().Where(l => ids.Contains(l.Id)).ExecuteDeleteAsync(stop)),
        new("driver-links", RetentionClass.Links, (db, meeting) => db.DriverLinks().Where(l => l.MeetingId == meeting).Select(l => (long)l.Id), (db, ids, _, stop) => db.DriverLinks().Where(l => ids.Contains(l.Id)).ExecuteDeleteAsync(stop)),
        new("reply-links", RetentionClass.Links, (db, meeting) => db.Replies().Where(r => r.MeetingId == meeting && r.EndedAt == null).Select(r => (long)r.Id), EndLinksAsync),
    ];

    // Answers typed and not sent, and those asked for after the deadline; counted by reply.
    static RetentionKind Answers(string word, RetentionClass of, string[] fields) => new(word, of,
        (db, meeting) => db.Replies().Where(r => r.MeetingId == meeting && (db.Set<ReplyDraft>().Any(d => d.ReplyId == r.Id && fields.Contains(d.Field)) || db.Set<ReplyChange>().Any(c => c.ReplyId == r.Id && fields.Contains(c.Field)))).Select(r => (long)r.Id),
        async (db, ids, _, stop) =>
        {
            await db.Set<ReplyDraft>().Where(d => ids.Contains(d.ReplyId) && fields.Contains(d.Field)).ExecuteDeleteAsync(stop);
            await db.ReplyChanges().Where(c => ids.Contains(c.ReplyId) && fields.Contains(c.Field)).ExecuteDeleteAsync(stop);
        });

    static IQueryable<long> TravelTrail(EventDb db, int meeting)
    {
        var (one, two, three, four) = (OfTravel[0], OfTravel[1], OfTravel[2], OfTravel[3]);
        return db.Set<AuditDetail>().Where(d => d.Details != null && (d.Details.Contains(one) || d.Details.Contains(two) || d.Details.Contains(three) || d.Details.Contains(four))
            && db.Set<AuditEntry>().Any(e => e.Id == d.EntryId && e.MeetingId == meeting)).Select(d => d.EntryId);
    }

    // The number is among the words by which the person is found.
    static async Task ForgetPhonesAsync(EventDb db, List<long> ids, DateTime now, CancellationToken stop)
    {
        foreach (var person in await db.Attendees().Where(a => ids.Contains(a.Id)).ToListAsync(stop))
        {
            (person.Phone, person.ContactPhone, person.Version) = (null, null, person.Version + 1);
            await AttendeeIndex.RenewAsync(db, person, stop);
        }
        await db.SaveChangesAsync(stop);
    }

    // Another nonce: the old token can be made again by nobody.
    static async Task EndLinksAsync(EventDb db, List<long> ids, DateTime now, CancellationToken stop)
    {
        foreach (var reply in await db.Replies().Where(r => ids.Contains(r.Id)).ToListAsync(stop))
            (reply.EndedAt, reply.Nonce) = (now, LinkKey.NewNonce());
        await db.SaveChangesAsync(stop);
    }
}
