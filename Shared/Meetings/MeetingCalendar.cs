using Microsoft.EntityFrameworkCore;
using Shared.Data;

namespace Shared.Meetings;

/// <summary>A meeting as every page needs it.</summary>
public sealed record MeetingView(int Id, int Year, string Name, string? NameEn, DateOnly FirstDay, DateOnly LastDay, string? Venue, TimeZoneInfo Zone, bool IsSample)
{
    /// <summary>The venue's day.</summary>
    public DateOnly Day(DateTime utc) => DateOnly.FromDateTime(Local(utc));

    /// <summary>A stored UTC time as the venue's clock shows it.</summary>
    public DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);

    /// <summary>A venue time as stored.</summary>
    public DateTime ToUtc(DateTime local) => TimeZoneInfo.ConvertTimeToUtc(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), Zone);
}

/// <summary>The meetings of all years, newest first.</summary>
public sealed class MeetingCalendar(IDbContextFactory<EventDb> dbs)
{
    public async Task<IReadOnlyList<MeetingView>> ReadAsync(CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        return [.. (await db.Meetings().AsNoTracking().OrderByDescending(m => m.Year).ToListAsync(stop)).Select(View)];
    }

    /// <summary>The meeting of that year, or null where there is none.</summary>
    public async Task<MeetingView?> ReadAsync(int year, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        return await db.Meetings().AsNoTracking().SingleOrDefaultAsync(m => m.Year == year, stop) is { } found ? View(found) : null;
    }

    internal static MeetingView View(Meeting m) =>
        new(m.Id, m.Year, m.Name, m.NameEn, m.FirstDay, m.LastDay, m.Venue, TimeZoneInfo.FindSystemTimeZoneById(m.TimeZone), m.IsSample);
}
