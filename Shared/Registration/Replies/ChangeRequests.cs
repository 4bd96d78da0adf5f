using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;
using Shared.Meetings;

namespace Shared.Registration.Replies;

/// <summary>One answer that waits; phones are masked.</summary>
public sealed record ChangeRequest(int Id, string Field, string? Before, string After);

/// <summary>What a unit asks of one person, or of itself.</summary>
/// <param name="Name">Null for what concerns the unit.</param>
public sealed record ChangeGroup(int UnitId, string Unit, string? Name, string Person, DateTime AskedAt, IReadOnlyList<ChangeRequest> Changes)
{
    /// <summary>A person who is to be added is decided as a whole.</summary>
    public bool IsNew => Person.StartsWith('n') && Changes.All(change => change.Before is null);
}

/// <summary>What units asked for after the deadline and nobody has decided yet, unit by unit.</summary>
public sealed class ChangeRequests(IDbContextFactory<EventDb> dbs)
{
    public async Task<IReadOnlyList<ChangeGroup>> ReadAsync(MeetingView meeting, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var open = await db.ReplyChanges().AsNoTracking().Include(c => c.Reply!.Unit!.Organisation).Where(c => c.Reply!.MeetingId == meeting.Id && c.State == ReplyChangeState.Open)
            .OrderBy(c => c.Reply!.Unit!.ListNo).ThenBy(c => c.Person).ThenBy(c => c.Id).ToListAsync(stop);
        return [.. open.GroupBy(c => (c.ReplyId, c.Person)).Select(group => new ChangeGroup(group.First().Reply!.UnitId, group.First().Reply!.Unit!.Organisation!.FullName, group.First().PersonName, group.Key.Person,
            meeting.Local(group.Max(c => c.AskedAt)), [.. group.Select(Request)]))];
    }

    static ChangeRequest Request(ReplyChange c)
    {
        if (c.Field is not (ReplyFields.Phone or ReplyFields.ContactPhone)) return new(c.Id, c.Field, c.Before, c.After);
        var (before, after) = (Masked.Phone(c.Before), Masked.Phone(c.After)!);
        // What differs only under the mask is shown by what the mask hides.
        return before == after ? new(c.Id, c.Field, Middle(c.Before!), Middle(c.After)) : new(c.Id, c.Field, before, after);
    }

    static string Middle(string phone) => phone.Length > Ends ? $"****{phone[^8..^4]}****" : phone;

    const int Ends = 8;
}
