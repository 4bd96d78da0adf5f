using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;

namespace Shared.Registration;

/// <summary>One person in a list; the phone is masked.</summary>
public sealed record AttendeeRow(int Id, int ListNo, string Name, int UnitId, string Unit, string? Post, AttendeeCategory Category,
    AttendeeState State, string? StateReason, AttendeeSource Source, string? Phone, TravelNote? Arrival, bool LacksArrival, int Companions);

/// <summary>How a person comes, as a list tells it.</summary>
public sealed record TravelNote(TravelMode? Mode, string? ServiceNo, string? Terminal, DateTime? At, bool? NeedsRide)
{
    /// <summary>The day is known, the hour is not.</summary>
    public bool DayOnly { get; init; }

    /// <summary>The second number of a service that has two.</summary>
    public string? ServiceAlias { get; init; }

    /// <summary>When an undecided journey has to be asked for again.</summary>
    public DateOnly? AskAgainOn { get; init; }

    internal static TravelNote? Of(Journey? way) =>
        way is null ? null : new(way.Mode, way.ServiceNo, way.Terminal, way.At, way.NeedsRide) { DayOnly = way.DayOnly, ServiceAlias = way.ServiceAlias, AskAgainOn = way.AskAgainOn };
}

/// <summary>What a reply asks for, as a person's card and a file tell it.</summary>
public sealed record StayNote(bool? Needed, RoomKind? Room, string? Roommate, DateOnly? From, DateOnly? To, Meals Meals);

/// <summary>One page of the list and how many each filter would leave.</summary>
public sealed record AttendeePage(IReadOnlyList<AttendeeRow> Rows, int Page, int Pages, int Total, AttendeeCounts Counts);

/// <summary>The registered people of a meeting, page by page, filtered, searched and ordered.</summary>
public sealed class AttendeeList(IDbContextFactory<EventDb> dbs)
{
    public const int PageSize = 50;

    /// <param name="page">From 1; past the end the last page is read.</param>
    public async Task<AttendeePage> ReadAsync(int meetingId, AttendeeFilter filter, int page = 1, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var people = await filter.ApplyAsync(db, meetingId, stop);
        var total = await people.CountAsync(stop);
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        var rows = await people.Skip((page - 1) * PageSize).Take(PageSize).Select(a => new
        {
            a.Id, a.ListNo, a.Name, a.UnitId, Unit = a.Unit!.Organisation!.ShortName ?? a.Unit.Organisation.FullName, a.Post, a.Category, a.State, a.StateReason,
            a.Source, a.Phone, a.Companions,
            Arrival = a.Journeys.Where(j => j.Direction == JourneyDirection.Arrival)
                .Select(j => new TravelNote(j.Mode, j.ServiceNo, j.Terminal, j.At, j.NeedsRide) { DayOnly = j.DayOnly }).FirstOrDefault(),
        }).ToListAsync(stop);
        return new(
            [.. rows.Select(a => new AttendeeRow(a.Id, a.ListNo, a.Name, a.UnitId, a.Unit, a.Post, a.Category, a.State, a.StateReason,
                a.Source, Masked.Phone(a.Phone), a.Arrival, a.State == AttendeeState.Confirmed && !IsKnown(a.Arrival), a.Companions))],
            page, pages, total, await AttendeeCounts.ReadAsync(db, meetingId, filter, stop));
    }

    static bool IsKnown(TravelNote? arrival) => arrival switch
    {
        null or { Mode: null } => false,
        { Mode: TravelMode.Train or TravelMode.Flight } => arrival is { ServiceNo: not null, Terminal: not null, At: not null },
        _ => true,
    };
}
