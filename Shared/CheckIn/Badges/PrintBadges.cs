using Microsoft.EntityFrameworkCore;
using Shared.Data;
using Shared.Meetings;

namespace Shared.CheckIn.Badges;

public abstract record PrintBadgesResult
{
    public sealed record Recorded(int PrintoutId, int Badges) : PrintBadgesResult;

    /// <summary>So many were printed before and say the same still: a second copy needs a reason.</summary>
    public sealed record ReasonMissing(int Already) : PrintBadgesResult;
    public sealed record TooMany(int Most) : PrintBadgesResult;
    public sealed record NobodyToPrint : PrintBadgesResult;
}

/// <summary>Whose badges, by whom and for what. The file for a print shop holds the same badges and is recorded as a file.</summary>
public sealed record BadgeOrder(BadgeChoice Choice, string By, string? Reason = null, bool ForPrintShop = false)
{
    internal string Kind => ForPrintShop ? PrintKinds.BadgeFile : PrintKinds.Badge;
}

/// <summary>Issues what is missing and records the print with a fingerprint per badge; the sheet is then shown by the printout's id.</summary>
public sealed class PrintBadges(IDbContextFactory<EventDb> dbs, IssueBadges issue, StalePrints stale, RecordPrintout record)
{
    public const int MostAtOnce = 1000;

    public async Task<PrintBadgesResult> RunAsync(MeetingView meeting, BadgeOrder order, CancellationToken stop = default)
    {
        if (order.Choice.AttendeeIds.Count + order.Choice.SpareIds.Count > MostAtOnce) return new PrintBadgesResult.TooMany(MostAtOnce);
        await issue.RunAsync(meeting.Id, order.Choice.AttendeeIds, stop);
        var shown = await ShownAsync(meeting, order.Choice, stop);
        if (shown.Count == 0) return new PrintBadgesResult.NobodyToPrint();
        var reason = string.IsNullOrWhiteSpace(order.Reason) ? null : order.Reason.Trim();
        if (reason is null && !order.ForPrintShop)
        {
            var last = await stale.ReadAsync(meeting.Id, [PrintKinds.Badge, PrintKinds.BadgeFile], shown, stop);
            if (last.Values.Count(print => !print.Stale) is > 0 and var already) return new PrintBadgesResult.ReasonMissing(already);
        }
        var id = await record.RunAsync(new PrintOrder(meeting.Id, order.Kind, order.By, Cut(reason)), shown, stop);
        return new PrintBadgesResult.Recorded(id, shown.Count);
    }

    static string? Cut(string? reason) => reason?.Length > Printout.ReasonLength ? reason[..Printout.ReasonLength] : reason;

    async Task<List<ShownItem>> ShownAsync(MeetingView meeting, BadgeChoice choice, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var frame = await BadgeFrame.ReadAsync(db, meeting, stop);
        var people = choice.AttendeeIds.ToHashSet();
        var spares = choice.SpareIds.ToHashSet();
        var faces = (await db.People(meeting.Id).ToListAsync(stop)).Where(face => people.Contains(face.AttendeeId!.Value))
            .Concat((await db.Spares(meeting.Id).ToListAsync(stop)).Where(face => spares.Contains(face.BadgeId!.Value)));
        return [.. faces.Select(face => face.Shown(frame)).OfType<ShownItem>()];
    }
}
