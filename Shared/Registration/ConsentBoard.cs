using Microsoft.EntityFrameworkCore;
using Shared.Data;

namespace Shared.Registration;

/// <summary>How many of those who come agreed to one purpose, refused, or have not said.</summary>
public sealed record ConsentCount(ConsentPurpose Purpose, int Yes, int No, int Unknown)
{
    public int Of(ConsentState state) => state switch { ConsentState.Yes => Yes, ConsentState.No => No, _ => Unknown };
}

/// <summary>One person's answer for one purpose; source and time are null where nobody asked yet.</summary>
public sealed record ConsentRow(int Id, string Name, string Unit, ConsentState State, string? Source, DateTime? GivenAt);

public sealed record ConsentPage(IReadOnlyList<ConsentCount> Counts, IReadOnlyList<ConsentRow> Rows, int Page, int Pages, int Total);

/// <summary>Who of those that come agreed to what. What nobody said is unknown, and unknown is never yes.</summary>
public sealed class ConsentBoard(IDbContextFactory<EventDb> dbs)
{
    public const int PageSize = 50;

    /// <param name="state">Null for everybody.</param>
    /// <param name="page">From 1; past the end the last page is read.</param>
    public async Task<ConsentPage> ReadAsync(int meetingId, ConsentPurpose purpose, ConsentState? state, int page = 1, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        return await db.AtOneMomentAsync(async () =>
        {
            var people = db.Attendees().AsNoTracking().Known(meetingId).Where(a => a.State == AttendeeState.Confirmed || a.State == AttendeeState.OnLeave);
            var counts = await CountsAsync(people, stop);
            var found = state switch
            {
                null => people,
                ConsentState.Unknown => people.Where(a => !a.Consents.Any(c => c.Purpose == purpose && c.State != ConsentState.Unknown)),
                _ => people.Where(a => a.Consents.Any(c => c.Purpose == purpose && c.State == state)),
            };
            var total = await found.CountAsync(stop);
            var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
            page = Math.Clamp(page, 1, pages);
            var rows = await found.OrderBy(a => a.ListNo).ThenBy(a => a.Id).Skip((page - 1) * PageSize).Take(PageSize)
                .Select(a => new { a.Id, a.Name, Unit = a.Unit!.Organisation!.ShortName ?? a.Unit.Organisation.FullName, Consent = a.Consents.FirstOrDefault(c => c.Purpose == purpose) }).ToListAsync(stop);
            return new ConsentPage(counts, [.. rows.Select(a => new ConsentRow(a.Id, a.Name, a.Unit, a.Consent?.State ?? ConsentState.Unknown, a.Consent?.Source, a.Consent?.GivenAt))], page, pages, total);
        }, stop);
    }

    static async Task<List<ConsentCount>> CountsAsync(IQueryable<Attendee> people, CancellationToken stop)
    {
        var everybody = await people.CountAsync(stop);
        var said = await people.SelectMany(a => a.Consents).Where(c => c.State != ConsentState.Unknown).GroupBy(c => new { c.Purpose, c.State }).Select(g => new { g.Key.Purpose, g.Key.State, Count = g.Count() }).ToListAsync(stop);
        return [.. Enum.GetValues<ConsentPurpose>().Select(purpose =>
        {
            var (yes, no) = (Of(purpose, ConsentState.Yes), Of(purpose, ConsentState.No));
            return new ConsentCount(purpose, yes, no, everybody - yes - no);
        })];

        int Of(ConsentPurpose purpose, ConsentState state) => said.Find(one => one.Purpose == purpose && one.State == state)?.Count ?? 0;
    }
}
