using Microsoft.EntityFrameworkCore;
using Shared.Data;
using Shared.Meetings;
using Shared.Meetings.CarryingOver;

namespace Shared.CheckIn.SettingUp;

/// <summary>The checkpoints in use, as many days from the first one as before and at the same hours of the venue's clock. Lists of people stay behind.</summary>
sealed class CarriedCheckpoints : ICarriedOver
{
    public string Word => "checkpoints";
    public int Order => 50;

    public Task<int> CountAsync(EventDb db, Meeting from, CancellationToken stop) => InUse(db, from).CountAsync(stop);

    public async Task<int> CopyAsync(EventDb db, Meeting from, Meeting to, CancellationToken stop)
    {
        var old = await InUse(db, from).AsNoTracking().Include(c => c.Items).Include(c => c.Implies).OrderBy(c => c.Id).AsSplitQuery().ToListAsync(stop);
        var there = (await db.Checkpoints().Where(c => c.MeetingId == to.Id).Select(c => c.Name).ToListAsync(stop)).ToHashSet();
        var made = old.Where(c => !there.Contains(Renamed(c.Name, from, to))).ToDictionary(c => c.Id, c => Copy(c, from, to));
        db.AddRange(made.Values);
        await db.SaveChangesAsync(stop);
        foreach (var (id, copy) in made)
            copy.Implies = [.. old.Single(c => c.Id == id).Implies.Where(i => made.ContainsKey(i.ImpliedId)).Select(i => new CheckpointImplication { ImpliedId = made[i.ImpliedId].Id })];
        await db.SaveChangesAsync(stop);
        return made.Count;
    }

    static IQueryable<Checkpoint> InUse(EventDb db, Meeting from) => db.Checkpoints().Where(c => c.MeetingId == from.Id && !c.Retired && c.Admits != Admission.List);

    static Checkpoint Copy(Checkpoint c, Meeting from, Meeting to) => new()
    {
        MeetingId = to.Id, Name = Renamed(c.Name, from, to), NameEn = c.NameEn is null ? null : Renamed(c.NameEn, from, to), Kind = c.Kind, Hours = c.Hours, Entry = c.Entry,
        Admits = c.Admits, CategoryBits = c.CategoryBits, OpensAt = Moved(c.OpensAt, from, to), ClosesAt = Moved(c.ClosesAt, from, to),
        Items = [.. c.Items.OrderBy(i => i.Position).Select(i => new HandoutItem { Name = i.Name, Count = i.Count, Position = i.Position })],
    };

    static DateTime Moved(DateTime at, Meeting from, Meeting to)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(at, DateTimeKind.Utc), TimeZoneInfo.FindSystemTimeZoneById(from.TimeZone));
        var moved = local.AddDays(to.FirstDay.DayNumber - from.FirstDay.DayNumber);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(to.TimeZone);
        // An hour that the clock leaves out in spring is the next one.
        return TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(moved) ? moved.AddHours(1) : moved, zone);
    }

    // A name that bears its day (11月23日上午) bears the new one.
    static string Renamed(string name, Meeting from, Meeting to)
    {
        for (var day = from.FirstDay.AddDays(-1); day <= from.LastDay; day = day.AddDays(1))
        {
            var moved = to.FirstDay.AddDays(day.DayNumber - from.FirstDay.DayNumber);
            var (old, renewed) = ($"{day.Month}月{day.Day}日", $"{moved.Month}月{moved.Day}日");
            if (name.Contains(old, StringComparison.Ordinal)) return name.Replace(old, renewed, StringComparison.Ordinal);
        }
        return name;
    }
}
