using Microsoft.EntityFrameworkCore;
using Shared.Chinese;
using Shared.Data;
using Shared.Meetings;

namespace Shared.Registration;

/// <summary>Members of the alliance this year, or bodies that take part as guests.</summary>
public enum UnitStanding { Member = 1, Guest }

/// <summary>What is still missing of a unit.</summary>
public enum UnitLack { Liaison = 1, People }

/// <summary>Which units a list shows. What is null filters nothing.</summary>
public sealed record UnitFilter
{
    public string? Typed { get; init; }
    public UnitStanding? Standing { get; init; }
    public OrganisationKind? Kind { get; init; }
    public CouncilRank? Rank { get; init; }
    public UnitLack? Lack { get; init; }
}

/// <param name="People">Those registered and not cancelled or replaced.</param>
public sealed record UnitRow(UnitEntry Entry, bool IsMember, string? Liaison, int People)
{
    public bool Lacks(UnitLack lack) => lack == UnitLack.Liaison ? Entry.LiaisonId is null : People == 0 && IsMember;
}

/// <param name="All">Every unit of the meeting, for the counts of the filters.</param>
public sealed record UnitPage(IReadOnlyList<UnitRow> Rows, int Page, int Pages, int Total, IReadOnlyList<UnitRow> All)
{
    public int Members => All.Count(unit => unit.IsMember);
}

/// <summary>The units of a meeting with their people, in the order of the published list. There are some hundred of them, so they are filtered in memory.</summary>
public sealed class UnitRoll(IDbContextFactory<EventDb> dbs)
{
    public const int PageSize = 50;

    public async Task<UnitPage> ReadAsync(MeetingView meeting, UnitFilter filter, int page = 1, CancellationToken stop = default)
    {
        var all = await AllAsync(meeting, stop);
        var rows = all.Where(unit => Fits(unit, filter)).ToList();
        var pages = Math.Max(1, (rows.Count + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        return new([.. rows.Skip((page - 1) * PageSize).Take(PageSize)], page, pages, rows.Count, all);
    }

    /// <summary>Whether the unit passes the filter.</summary>
    public static bool Fits(UnitRow unit, UnitFilter filter) =>
        (filter.Standing is null || unit.IsMember == (filter.Standing == UnitStanding.Member))
        && (filter.Kind is null || unit.Entry.Kind == filter.Kind) && (filter.Rank is null || unit.Entry.Rank == filter.Rank)
        && (filter.Lack is not { } lack || unit.Lacks(lack)) && Means(unit, filter.Typed);

    static bool Means(UnitRow unit, string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return true;
        string[] names = [unit.Entry.FullName!, unit.Entry.ShortName ?? "", .. unit.Entry.Aliases];
        var key = TextNormal.Key(typed);
        return key.Length > 0 && (names.Any(name => TextNormal.Key(name).Contains(key, StringComparison.Ordinal)) || SearchGrams.OfUnit(names).Contains(key));
    }

    async Task<IReadOnlyList<UnitRow>> AllAsync(MeetingView meeting, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var people = await db.Attendees().Listed(meeting.Id).Where(a => a.State == AttendeeState.Confirmed || a.State == AttendeeState.OnLeave)
            .GroupBy(a => a.UnitId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        var staff = await db.Staff().Where(s => s.MeetingId == meeting.Id).ToDictionaryAsync(s => s.Id, s => s.Nickname ?? s.Name, stop);
        var units = await db.Units().AsNoTracking().Include(u => u.Organisation!.Aliases).Where(u => u.MeetingId == meeting.Id)
            .OrderBy(u => u.ListNo).ThenBy(u => u.Id).ToListAsync(stop);
        return [.. units.Select(u => new UnitRow(Entry(u), u.IsMemberDuring(meeting.FirstDay, meeting.LastDay),
            u.LiaisonId is { } id ? staff.GetValueOrDefault(id) : null, people.GetValueOrDefault(u.Id)))];
    }

    static UnitEntry Entry(Unit u) => new()
    {
        Id = u.Id, FullName = u.Organisation!.FullName, ShortName = u.Organisation.ShortName, Aliases = [.. u.Organisation.Aliases.OrderBy(a => a.Id).Select(a => a.Name)],
        Kind = u.Organisation.Kind, Region = u.Organisation.Region, Rank = u.CouncilRank, JoinedOn = u.JoinedOn, LeftOn = u.LeftOn, LiaisonId = u.LiaisonId,
    };
}
