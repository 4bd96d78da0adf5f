using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.CheckIn;
using Shared.Data;
using Shared.Meetings;
using Shared.Registration;
using Shared.Seating;
using Shared.Seating.Scenes;
using static Shared.Privacy.HeldOfPerson;

namespace Shared.Privacy;

/// <summary>What the work on a meeting wrote of a person.</summary>
static class HeldOfWork
{
    public static async Task<HeldPart> BadgesAsync(EventDb db, Attendee a, CancellationToken stop) => new("badge",
        [.. (await db.Badges().AsNoTracking().Where(b => b.AttendeeId == a.Id).OrderBy(b => b.Id).ToListAsync(stop)).Select(b => new HeldThing(b.IssuedAt, Told(("Number", b.Number), ("RevokedAt", b.RevokedAt), ("Reason", b.RevokedReason))))]);

    public static async Task<HeldPart> ScansAsync(EventDb db, Attendee a, CancellationToken stop)
    {
        var (checkpoints, stations) = (db.Checkpoints(), db.Stations());
        var scans = await db.Scans().AsNoTracking().Where(s => s.AttendeeId == a.Id).OrderBy(s => s.Id).Select(s => new
        {
            s.OccurredAt, s.Outcome, s.Source, s.OverrideReason, At = checkpoints.Where(c => c.Id == s.CheckpointId).Select(c => c.Name).FirstOrDefault(), By = stations.Where(t => t.Id == s.StationId).Select(t => t.Name).FirstOrDefault() ?? s.EnteredBy,
        }).ToListAsync(stop);
        return new("scan", [.. scans.Select(s => new HeldThing(s.OccurredAt, Told(("Checkpoint", s.At), ("Outcome", s.Outcome), ("By", s.By), ("Reason", s.OverrideReason))))]);
    }

    public static async Task<HeldPart> HandoutsAsync(EventDb db, Attendee a, CancellationToken stop)
    {
        var items = db.Set<HandoutItem>();
        var given = await db.HandoutsGiven().AsNoTracking().Where(g => g.AttendeeId == a.Id).OrderBy(g => g.Id)
            .Select(g => new { g.GivenAt, g.Count, g.CollectedBy, g.GivenBy, g.UndoneAt, Item = items.Where(i => i.Id == g.ItemId).Select(i => i.Name).FirstOrDefault() }).ToListAsync(stop);
        return new("handout", [.. given.Select(g => new HeldThing(g.GivenAt, Told(("Item", g.Item), ("Count", g.Count), ("CollectedBy", g.CollectedBy), ("By", g.GivenBy), ("UndoneAt", g.UndoneAt))))]);
    }

    public static async Task<HeldPart> InvitationsAsync(EventDb db, Attendee a, CancellationToken stop)
    {
        var checkpoints = db.Checkpoints();
        var names = await db.Set<CheckpointGuest>().Where(g => g.AttendeeId == a.Id).Select(g => checkpoints.Where(c => c.Id == g.CheckpointId).Select(c => c.Name).FirstOrDefault()).ToListAsync(stop);
        return new("invitation", [.. names.Select(name => new HeldThing(null, Told(("Checkpoint", name))))]);
    }

    /// <summary>In the plans in force and in the versions kept.</summary>
    public static async Task<HeldPart> SeatsAsync(EventDb db, Attendee a, CancellationToken stop)
    {
        var plans = db.SeatPlans();
        var seats = await db.Placements().Where(p => p.AttendeeId == a.Id).OrderBy(p => p.Id)
            .Select(p => new { Hall = p.Seat!.Zone!.Hall!.Name, Zone = p.Seat.Zone.Name, p.Seat.Row, p.Seat.Number, Version = plans.Where(n => n.Id == p.PlanId).Select(n => n.Name).FirstOrDefault() }).ToListAsync(stop);
        return new("seat", [.. seats.Select(s => new HeldThing(null, Told(("Hall", s.Hall), ("Zone", s.Zone), ("SeatRow", s.Row), ("SeatNumber", s.Number), ("SeatVersion", s.Version))))]);
    }

    public static async Task<HeldPart> ScenesAsync(EventDb db, Attendee a, CancellationToken stop) => new("scene",
        [.. (await db.ScenePlaces().AsNoTracking().Include(p => p.Scene).Where(p => p.AttendeeId == a.Id).OrderBy(p => p.Id).ToListAsync(stop)).Select(p => new HeldThing(null, Told(("Scene", p.Scene!.Name), ("SceneRank", p.Rank), ("SceneLevel", p.Level))))]);

    public static async Task<HeldPart> LinksAsync(EventDb db, Attendee a, CancellationToken stop) => new("link",
        [.. (await db.AttendeeLinks().AsNoTracking().Where(l => l.AttendeeId == a.Id).ToListAsync(stop)).Select(l => new HeldThing(l.MadeAt, Told(("OpenedAt", l.OpenedAt), ("EndedAt", l.EndedAt))))]);

    public static async Task<HeldPart> PrintsAsync(EventDb db, Attendee a, CancellationToken stop)
    {
        var badges = db.Badges().Where(b => b.AttendeeId == a.Id).Select(b => (long)b.Id);
        var prints = await db.Printouts().AsNoTracking().Where(p => p.MeetingId == a.MeetingId && p.Items.Any(i => (i.Subject == "attendee" && i.SubjectId == a.Id) || (i.Subject == "badge" && badges.Contains(i.SubjectId)))).OrderBy(p => p.Id).ToListAsync(stop);
        return new("print", [.. prints.Select(p => new HeldThing(p.PrintedAt, Told(("Print", p.Kind), ("By", p.PrintedBy), ("Reason", p.Reason))))]);
    }

    public static async Task<HeldPart> TrailAsync(EventDb db, Attendee a, CancellationToken stop)
    {
        var subject = RegistrationSets.Subject(a.Id);
        var entries = await db.AuditEntries().AsNoTracking().Where(e => e.SubjectId == subject).OrderBy(e => e.Id)
            .Select(e => new { e.HappenedAt, e.Who, e.What, Details = db.Set<AuditDetail>().Where(d => d.EntryId == e.Id).Select(d => d.Details).FirstOrDefault() }).ToListAsync(stop);
        return new("trail", [.. entries.Select(e => new HeldThing(e.HappenedAt, Told(("Deed", e.What), ("By", e.Who), ("Details", e.Details))))]);
    }
}
