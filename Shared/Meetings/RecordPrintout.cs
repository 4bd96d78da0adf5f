using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;

namespace Shared.Meetings;

/// <summary>A print or file about to be handed out. <paramref name="AboutId"/> as in <see cref="Printout.AboutId"/>.</summary>
public sealed record PrintOrder(int MeetingId, string Kind, string By, string? Reason = null, long? AboutId = null);

/// <summary>One subject as it stands on the print.</summary>
public sealed record ShownItem(string Subject, long SubjectId, byte[] Fingerprint);

/// <summary>Writes down one print or file with a fingerprint per item, and its audit row, in one transaction.</summary>
public sealed class RecordPrintout(IDbContextFactory<EventDb> dbs, AuditTrail audit, TimeProvider clock)
{
    /// <summary>The items in the order in which they stand on the print; returns the printout's id.</summary>
    public async Task<int> RunAsync(PrintOrder order, IReadOnlyList<ShownItem> items, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var printout = new Printout
        {
            MeetingId = order.MeetingId, Kind = order.Kind, PrintedBy = order.By, Reason = order.Reason, AboutId = order.AboutId,
            PrintedAt = clock.GetUtcNow().UtcDateTime,
            Items = [.. items.Select((item, position) => new PrintoutItem { Position = position, Subject = item.Subject, SubjectId = item.SubjectId, Fingerprint = item.Fingerprint })],
        };
        db.Add(printout);
        await db.SaveChangesAsync(stop);
        await audit.AddAsync(db, order.By, "print", $"print:{printout.Id}", order.MeetingId, $"{order.Kind}, {items.Count} items, about {order.AboutId}, reason: {order.Reason}", stop);
        await transaction.CommitAsync(stop);
        return printout.Id;
    }
}
