using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;
using Shared.Meetings;

namespace Shared.CheckIn;

/// <param name="HasPin">Whoever has none cannot take a desk over.</param>
public sealed record OperatorView(int Id, string Name, bool HasPin);

/// <summary>What a station knows of itself. <see cref="ServerTime"/> is for measuring the offset of its clock.</summary>
public sealed record StationView(int Id, string Name, StationKind Kind)
{
    public required int MeetingId { get; init; }
    public required int Year { get; init; }
    public required string Meeting { get; init; }
    public required string TimeZone { get; init; }

    /// <summary>The body that answers for personal data, for the notice at a walk-in.</summary>
    public string? LegalBody { get; init; }
    public OperatorView? Operator { get; init; }

    /// <summary>Whom the desk may be handed to; empty at a kiosk.</summary>
    public IReadOnlyList<OperatorView> Operators { get; init; } = [];
    public bool HasPin { get; init; }
    public required DateTime ServerTime { get; init; }
}

/// <summary>A checkpoint that a station may choose.</summary>
public sealed record CheckpointView(int Id, string Name, string? NameEn, CheckpointKind Kind)
{
    public required DateTime OpensAt { get; init; }
    public required DateTime ClosesAt { get; init; }
    public required HoursRule Hours { get; init; }
    public required EntryRule Entry { get; init; }
    public IReadOnlyList<HandoutView> Handouts { get; init; } = [];
}

public sealed record HandoutView(int ItemId, string Item, int Count);

/// <summary>A station's own card and the checkpoints it may choose.</summary>
public sealed class StationCard(IDbContextFactory<EventDb> dbs, TimeProvider clock)
{
    public async Task<StationView> ReadAsync(StationPass pass, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var accounts = db.Accounts().Where(a => a.DisabledAt == null && a.PinHash != null);
        var staff = db.Staff().Where(p => p.MeetingId == pass.MeetingId && !p.Left).OrderBy(p => p.Id).Select(p => new OperatorView(p.Id, p.Nickname ?? p.Name, accounts.Any(a => a.UserId == p.UserId)));
        var operators = await staff.ToListAsync(stop);
        var (meetings, now) = (db.Meetings(), clock.GetUtcNow().UtcDateTime);
        var view = await db.Stations().Where(s => s.Id == pass.StationId).Join(meetings, s => s.MeetingId, m => m.Id, (s, m) => new StationView(s.Id, s.Name, s.Kind)
        {
            MeetingId = m.Id, Year = m.Year, Meeting = m.Name, TimeZone = m.TimeZone, LegalBody = m.LegalBody, HasPin = s.PinHash != null, ServerTime = now,
        }).SingleAsync(stop);
        return view with { Operator = operators.Find(p => p.Id == pass.OperatorId), Operators = pass.Kind == StationKind.Kiosk ? [] : operators };
    }

    /// <summary>In the order in which they open.</summary>
    public async Task<IReadOnlyList<CheckpointView>> ReadCheckpointsAsync(StationPass pass, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        return await db.Checkpoints().AsNoTracking().Where(c => pass.CheckpointIds.Contains(c.Id)).OrderBy(c => c.OpensAt).ThenBy(c => c.Id).Select(c => new CheckpointView(c.Id, c.Name, c.NameEn, c.Kind)
        {
            OpensAt = c.OpensAt, ClosesAt = c.ClosesAt, Hours = c.Hours, Entry = c.Entry,
            Handouts = c.Items.OrderBy(i => i.Position).Select(i => new HandoutView(i.Id, i.Name, i.Count)).ToList(),
        }).ToListAsync(stop);
    }
}
