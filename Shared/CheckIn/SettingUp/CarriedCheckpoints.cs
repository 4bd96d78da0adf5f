using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shared.Data;
using Shared.Meetings;
using Shared.Meetings.CarryingOver;

namespace Shared.CheckIn.SettingUp;

/// <summary>
/// The checkpoints in use, as many days from the first one as before and at the same hours of the venue's clock; what is open for days closes as many days from
/// the last one. What would lie behind the last day is left out. Lists of people stay behind.
/// </summary>
sealed class CarriedCheckpoints : ICarriedOver
{
    public string Word => "checkpoints";
    public int Order => 50;

    public Task<int> CountAsync(EventDb db, Meeting from, CancellationToken stop) => InUse(db, from).CountAsync(stop);

    public async Task<CarriedCount> CopyAsync(EventDb db, Meeting from, Meeting to, CancellationToken stop)
    {
        var old = await InUse(db, from).AsNoTracking().Include(c => c.Items).Include(c => c.Implies).OrderBy(c => c.Id).AsSplitQuery().ToListAsync(stop);
        var there = await db.Checkpoints().Where(c => c.MeetingId == to.Id).ToDictionaryAsync(c => c.Name, stop);
        var fitting = old.Where(c => Day(c.OpensAt, from).AddDays(Shift(from, to)) <= to.LastDay).ToList();
        var made = fitting.Where(c => !there.ContainsKey(Renamed(c.Name, from, to))).ToDictionary(c => c.Id, c => Copy(c, from, to));
        db.AddRange(made.Values);
        await db.SaveChangesAsync(stop);
        // One that the new meeting had already is implied as well as one that came along.
        var now = fitting.ToDictionary(c => c.Id, c => made.GetValueOrDefault(c.Id) ?? there[Renamed(c.Name, from, to)]);
        foreach (var (id, copy) in made)
            copy.Implies = [.. old.Single(c => c.Id == id).Implies.Where(i => now.ContainsKey(i.ImpliedId)).Select(i => new CheckpointImplication { ImpliedId = now[i.ImpliedId].Id })];
        await db.SaveChangesAsync(stop);
        return new(made.Count, old.Count - fitting.Count);
    }

    static IQueryable<Checkpoint> InUse(EventDb db, Meeting from) => db.Checkpoints().Where(c => c.MeetingId == from.Id && !c.Retired && c.Admits != Admission.List);

    static Checkpoint Copy(Checkpoint c, Meeting from, Meeting to) => new()
    {
        MeetingId = to.Id, Name = Renamed(c.Name, from, to), NameEn = c.NameEn is null ? null : Renamed(c.NameEn, from, to), Kind = c.Kind, Hours = c.Hours, Entry = c.Entry,
        Admits = c.Admits, CategoryBits = c.CategoryBits, OpensAt = Moved(c.OpensAt, from, to, Shift(from, to)), ClosesAt = Moved(c.ClosesAt, from, to, IsOfDays(c) ? to.LastDay.DayNumber - from.LastDay.DayNumber : Shift(from, to)),
        Items = [.. c.Items.OrderBy(i => i.Position).Select(i => new HandoutItem { Name = i.Name, Count = i.Count, Position = i.Position })],
    };

    static int Shift(Meeting from, Meeting to) => to.FirstDay.DayNumber - from.FirstDay.DayNumber;

    // Report-in and meals stand open from one day into another, a session for some hours.
    static bool IsOfDays(Checkpoint c) => c.ClosesAt - c.OpensAt >= TimeSpan.FromDays(1);

    static DateTime Local(DateTime at, Meeting of) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(at, DateTimeKind.Utc), TimeZoneInfo.FindSystemTimeZoneById(of.TimeZone));

    static DateOnly Day(DateTime at, Meeting of) => DateOnly.FromDateTime(Local(at, of));

    static DateTime Moved(DateTime at, Meeting from, Meeting to, int days)
    {
        var moved = Local(at, from).AddDays(days);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(to.TimeZone);
        // An hour that the clock leaves out in spring is the next one.
        return TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(moved) ? moved.AddHours(1) : moved, zone);
    }

    // A name that bears its day (11月23日上午, Session 11/23 morning, 23 November) bears the new one.
    static string Renamed(string name, Meeting from, Meeting to)
    {
        var words = new Dictionary<string, string>();
        for (var day = from.FirstDay.AddDays(-1); day <= from.LastDay; day = day.AddDays(1))
            foreach (var (old, renewed) in Written(day).Zip(Written(day.AddDays(Shift(from, to))))) words.TryAdd(old, renewed);
        return CarriedWords.Replace(name, words);
    }

    static IEnumerable<string> Written(DateOnly day) =>
        new[] { "M月d日", "M/d", "d MMMM", "MMMM d", "d MMM", "MMM d" }.Select(form => day.ToString(form, CultureInfo.InvariantCulture));
}
