using Microsoft.EntityFrameworkCore;
using Shared.Data;

namespace Shared.Registration.Mending;

/// <summary>Why two records are taken for one person's.</summary>
[Flags]
public enum Likeness { None = 0, SameName = 1, SamePhone = 2 }

/// <summary>One of two records that are alike.</summary>
public sealed record TwinSide(int Id, int Version, int ListNo, string Name, AttendeeState State, AttendeeSource Source, DateTime ConfirmedAt, bool HasBadge, bool Arrived);

/// <param name="Proposed">Whether the record that goes says it better: it says something where the other says nothing, or it is the newer one.</param>
public sealed record TwinField(string Name, IReadOnlyList<string> Keeps, IReadOnlyList<string> Goes, bool Proposed)
{
    public bool Differs => !Keeps.SequenceEqual(Goes);
}

/// <param name="Keeps">The record that stays: with a badge, who has arrived, else the first in the list.</param>
public sealed record TwinPair(Likeness Why, TwinSide Keeps, TwinSide Goes, IReadOnlyList<TwinField> Fields);

/// <param name="Total">Of all pairs, of which so many are shown as fit a page.</param>
public sealed record TwinList(int Total, IReadOnlyList<TwinPair> Pairs);

/// <summary>Records of one meeting that may be one person's: same unit and name, or same own phone. Nobody who does not come, and no two of whom somebody said that they are two.</summary>
public sealed class Duplicates(IDbContextFactory<EventDb> dbs, ICheckInTies ties)
{
    public const int Most = 20;

    public async Task<TwinList> ReadAsync(int meetingId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        return await db.AtOneMomentAsync(async () =>
        {
            var found = await FindAsync(db, meetingId, stop);
            var pairs = new List<TwinPair>();
            foreach (var (one, other, why) in found.Take(Most)) pairs.Add(await PairAsync(db, one, other, why, stop));
            return new TwinList(found.Count, pairs);
        }, stop);
    }

    /// <summary>Pairs by the lower id first, in the order of the list.</summary>
    internal static async Task<IReadOnlyList<(int One, int Other, Likeness Why)>> FindAsync(EventDb db, int meetingId, CancellationToken stop)
    {
        var people = await db.Attendees().Known(meetingId).Where(a => a.State == AttendeeState.Confirmed || a.State == AttendeeState.OnLeave).OrderBy(a => a.ListNo).ThenBy(a => a.Id)
            .Select(a => new { a.Id, a.UnitId, a.Name, a.Phone }).ToListAsync(stop);
        var told = (await db.TwoPeople().Where(t => t.MeetingId == meetingId).Select(t => new { t.OneId, t.OtherId }).ToListAsync(stop)).Select(t => (t.OneId, t.OtherId)).ToHashSet();
        var pairs = new Dictionary<(int, int), Likeness>();
        Gather(people.GroupBy(a => (a.UnitId, Chinese.TextNormal.Key(a.Name))).Select(same => same.Select(a => a.Id)), Likeness.SameName);
        Gather(people.Where(a => a.Phone is not null).GroupBy(a => a.Phone).Select(same => same.Select(a => a.Id)), Likeness.SamePhone);
        return [.. pairs.Where(pair => !told.Contains(pair.Key)).Select(pair => (pair.Key.Item1, pair.Key.Item2, pair.Value))];

        void Gather(IEnumerable<IEnumerable<int>> groups, Likeness why)
        {
            foreach (var group in groups.Select(ids => ids.Order().ToList()))
                foreach (var (at, one) in group.Index())
                    foreach (var other in group.Skip(at + 1))
                        pairs[(one, other)] = pairs.GetValueOrDefault((one, other)) | why;
        }
    }

    async Task<TwinPair> PairAsync(EventDb db, int one, int other, Likeness why, CancellationToken stop)
    {
        var both = await Whole(db).AsNoTracking().Where(a => a.Id == one || a.Id == other).OrderBy(a => a.ListNo).ThenBy(a => a.Id).ToListAsync(stop);
        var badges = await ties.WithBadgeAsync(db, [one, other], stop);
        var sides = new List<(Attendee Person, TwinSide Side)>();
        foreach (var a in both)
            sides.Add((a, new(a.Id, a.Version, a.ListNo, a.Name, a.State, a.Source, a.ConfirmedAt, badges.Contains(a.Id), await ties.HasArrivedAsync(db, a.Id, stop))));
        var kept = sides.OrderByDescending(one => one.Side.Arrived).ThenByDescending(one => one.Side.HasBadge).First();
        var goes = sides.Single(one => one != kept);
        var newer = (goes.Side.ConfirmedAt, goes.Side.Id).CompareTo((kept.Side.ConfirmedAt, kept.Side.Id)) > 0;
        return new(why, kept.Side, goes.Side, [.. MergeField.All.Select(field => Field(field, kept.Person, goes.Person, newer))]);
    }

    static TwinField Field(MergeField field, Attendee keeps, Attendee goes, bool newer)
    {
        var (kept, gone) = (field.Shown(keeps), field.Shown(goes));
        return new(field.Name, kept, gone, gone.Count > 0 && !kept.SequenceEqual(gone) && (kept.Count == 0 || newer));
    }

    internal static IQueryable<Attendee> Whole(EventDb db) => db.Attendees().Include(a => a.Unit!.Organisation).Include(a => a.Journeys).Include(a => a.Stay).Include(a => a.Consents).AsSplitQuery();
}
