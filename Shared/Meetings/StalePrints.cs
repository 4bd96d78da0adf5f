using Microsoft.EntityFrameworkCore;
using Shared.Data;

namespace Shared.Meetings;

/// <summary>When a subject was last printed; stale where something else would stand there now.</summary>
public sealed record LastPrint(int PrintoutId, DateTime At, string By, bool Stale);

/// <summary>What of the current items was printed before, and whether it still says the same.</summary>
public sealed class StalePrints(IDbContextFactory<EventDb> dbs)
{
    /// <summary>By subject and id; what was never printed is absent.</summary>
    public async Task<IReadOnlyDictionary<(string Subject, long Id), LastPrint>> ReadAsync(
        int meetingId, IReadOnlyCollection<string> kinds, IReadOnlyCollection<ShownItem> current, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var printed = await db.Printouts().Where(p => p.MeetingId == meetingId && kinds.Contains(p.Kind))
            .SelectMany(p => p.Items, (p, i) => new { i.Id, i.Subject, i.SubjectId, i.Fingerprint, PrintoutId = p.Id, p.PrintedAt, p.PrintedBy })
            .OrderBy(i => i.Id).ToListAsync(stop);
        var last = printed.GroupBy(i => (i.Subject, i.SubjectId)).ToDictionary(group => group.Key, group => group.Last());
        return current.Where(item => last.ContainsKey((item.Subject, item.SubjectId))).ToDictionary(item => (item.Subject, item.SubjectId), item =>
        {
            var found = last[(item.Subject, item.SubjectId)];
            return new LastPrint(found.PrintoutId, found.PrintedAt, found.PrintedBy, !found.Fingerprint.AsSpan().SequenceEqual(item.Fingerprint));
        });
    }
}
