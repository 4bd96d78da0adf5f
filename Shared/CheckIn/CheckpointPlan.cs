using Microsoft.EntityFrameworkCore;
using Shared.Data;
using Shared.Registration;

namespace Shared.CheckIn;

/// <summary>One checkpoint as a form takes it up, with what depends on it. Times are UTC.</summary>
/// <param name="Recorded">How many people are recorded there.</param>
/// <param name="Given">The items of which something was handed out; they cannot be taken off.</param>
/// <param name="Implied">The names of the implied checkpoints.</param>
/// <param name="Guests">The explicit list, by place in the roster.</param>
public sealed record PlannedCheckpoint(CheckpointDraft Draft, int Recorded, IReadOnlySet<int> Given, IReadOnlyList<string> Implied, IReadOnlyList<PersonLink> Guests);

/// <summary>The checkpoints of a meeting, retired ones too, in the order in which they open.</summary>
public sealed class CheckpointPlan(IDbContextFactory<EventDb> dbs)
{
    public async Task<IReadOnlyList<PlannedCheckpoint>> ReadAsync(int meetingId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var (presences, given, guests, attendees) = (db.Presences(), db.HandoutsGiven(), db.Set<CheckpointGuest>(), db.Attendees());
        var checkpoints = await db.Checkpoints().AsNoTracking().Include(c => c.Implies).Include(c => c.Items).Where(c => c.MeetingId == meetingId)
            .OrderBy(c => c.Retired).ThenBy(c => c.OpensAt).ThenBy(c => c.Id).AsSplitQuery().ToListAsync(stop);
        var ids = checkpoints.Select(c => c.Id).ToList();
        var recorded = await presences.Where(p => ids.Contains(p.CheckpointId)).GroupBy(p => p.CheckpointId)
            .Select(g => new { g.Key, People = g.Select(p => p.AttendeeId).Distinct().Count() }).ToDictionaryAsync(g => g.Key, g => g.People, stop);
        var items = checkpoints.SelectMany(c => c.Items).Select(i => i.Id).ToList();
        var handed = (await given.Where(g => items.Contains(g.ItemId)).Select(g => g.ItemId).Distinct().ToListAsync(stop)).ToHashSet();
        var listed = await (from guest in guests where ids.Contains(guest.CheckpointId) join a in attendees on guest.AttendeeId equals a.Id
                            orderby a.ListNo, a.Id select new { guest.CheckpointId, Person = new PersonLink(a.Id, a.Name) }).ToListAsync(stop);
        var names = checkpoints.ToDictionary(c => c.Id, c => c.Name);
        return [.. checkpoints.Select(c => new PlannedCheckpoint(
            Draft(c, [.. listed.Where(l => l.CheckpointId == c.Id).Select(l => l.Person.Id)]), recorded.GetValueOrDefault(c.Id), handed,
            [.. c.Implies.Select(i => names[i.ImpliedId])], [.. listed.Where(l => l.CheckpointId == c.Id).Select(l => l.Person)]))];
    }

    static CheckpointDraft Draft(Checkpoint c, int[] guests) => new()
    {
        Id = c.Id, Name = c.Name, NameEn = c.NameEn, Kind = c.Kind, OpensAt = c.OpensAt, ClosesAt = c.ClosesAt, Hours = c.Hours, Entry = c.Entry, Admits = c.Admits,
        Categories = [.. Enum.GetValues<AttendeeCategory>().Where(category => (c.CategoryBits & Checkpoint.Bit(category)) != 0)], GuestIds = guests,
        ImpliedIds = [.. c.Implies.Select(i => i.ImpliedId)], Retired = c.Retired,
        Items = [.. c.Items.OrderBy(i => i.Position).Select(i => new HandoutDraft(i.Id, i.Name, i.Count))],
    };
}
