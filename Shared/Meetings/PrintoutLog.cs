using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Shared.Data;

namespace Shared.Meetings;

/// <summary>A recorded print. The version counts the prints of its kind about the same thing, from 1.</summary>
public sealed record PrintoutView(int Id, string Kind, int Version, DateTime At, string By, string? Reason, long? AboutId, int Items);

/// <summary>The prints of a meeting, newest first.</summary>
public sealed class PrintoutLog(IDbContextFactory<EventDb> dbs)
{
    public const int Most = 50;

    public async Task<IReadOnlyList<PrintoutView>> ReadAsync(int meetingId, IReadOnlyCollection<string> kinds, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        return await Views(db, p => p.MeetingId == meetingId && kinds.Contains(p.Kind)).Take(Most).ToListAsync(stop);
    }

    /// <summary>One print with what stood on it, in order; null where the meeting has none of that id and kind.</summary>
    public async Task<(PrintoutView Print, IReadOnlyList<ShownItem> Items)?> ReadAsync(int meetingId, int printoutId, IReadOnlyCollection<string> kinds, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        if (await Views(db, p => p.MeetingId == meetingId && p.Id == printoutId && kinds.Contains(p.Kind)).SingleOrDefaultAsync(stop) is not { } print) return null;
        var items = await db.Set<PrintoutItem>().Where(i => i.PrintoutId == printoutId).OrderBy(i => i.Position)
            .Select(i => new ShownItem(i.Subject, i.SubjectId, i.Fingerprint)).ToListAsync(stop);
        return (print, items);
    }

    static IQueryable<PrintoutView> Views(EventDb db, Expression<Func<Printout, bool>> chosen)
    {
        var all = db.Printouts();
        return all.Where(chosen).OrderByDescending(p => p.Id).Select(p => new PrintoutView(p.Id, p.Kind,
            all.Count(o => o.MeetingId == p.MeetingId && o.Kind == p.Kind && o.AboutId == p.AboutId && o.Id <= p.Id),
            p.PrintedAt, p.PrintedBy, p.Reason, p.AboutId, p.Items.Count));
    }
}
