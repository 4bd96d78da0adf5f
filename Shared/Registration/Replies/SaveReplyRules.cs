using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Chinese;
using Shared.Data;
using Shared.Live;
using Shared.Meetings;

namespace Shared.Registration.Replies;

/// <summary>The rules as their form holds them; <see cref="Deadline"/> is the venue's time, <see cref="Places"/> go from the council's chair down to guests.</summary>
public sealed record ReplyRulesEntry
{
    public DateTime? Deadline { get; init; }
    public ReplyWays Ways { get; init; } = ReplyWays.Link | ReplyWays.Xlsx;
    public bool HasFee { get; init; }
    public string? ContactName { get; init; }
    public string? ContactPhone { get; init; }
    public string? Extra { get; init; }
    public IReadOnlyList<int> Places { get; init; } = Ranks.Select(rank => new ReplyRules().Places(rank)).ToList();

    /// <summary>Whose places stand in <see cref="Places"/>, in that order.</summary>
    public static readonly IReadOnlyList<CouncilRank?> Ranks = [.. Enum.GetValues<CouncilRank>().Select(rank => (CouncilRank?)rank), null];
}

/// <summary>Sets until when and how a meeting's units reply.</summary>
public sealed class SaveReplyRules(IDbContextFactory<EventDb> dbs, AuditTrail audit, LiveUpdates live)
{
    /// <returns>What was wrong field by field; empty where it was saved.</returns>
    public async Task<IReadOnlyList<FieldProblem>> RunAsync(MeetingView meeting, ReplyRulesEntry entry, string who, CancellationToken stop = default)
    {
        var phone = TextNormal.Line(entry.ContactPhone) is { Length: > 0 } typed ? PhoneEntry.ReadAny(typed) ?? "" : null;
        if (Problems(entry, phone).ToList() is { Count: > 0 } problems) return problems;
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var rules = await db.Set<ReplyRules>().SingleOrDefaultAsync(r => r.MeetingId == meeting.Id, stop);
        if (rules is null) db.Add(rules = new() { MeetingId = meeting.Id });
        (rules.Deadline, rules.Ways, rules.HasFee) = (entry.Deadline is { } until ? meeting.ToUtc(until) : null, entry.Ways, entry.HasFee);
        (rules.ContactName, rules.ContactPhone, rules.Extra) = (Empty(TextNormal.Line(entry.ContactName)), phone, Empty(entry.Extra?.Trim()));
        (rules.ChairPlaces, rules.ViceChairPlaces, rules.StandingDirectorPlaces) = (entry.Places[0], entry.Places[1], entry.Places[2]);
        (rules.DirectorPlaces, rules.MemberPlaces, rules.GuestPlaces) = (entry.Places[3], entry.Places[4], entry.Places[5]);
        await db.SaveChangesAsync(stop);
        await audit.AddAsync(db, who, "reply-rules-changed", null, meeting.Id, $"{entry.Deadline:yyyy-MM-dd HH:mm} {string.Join('/', entry.Places)}", stop);
        await transaction.CommitAsync(stop);
        live.Tell(ReplySets.Replies(meeting.Id));
        return [];
    }

    static IEnumerable<FieldProblem> Problems(ReplyRulesEntry entry, string? phone)
    {
        if (phone == "") yield return new(nameof(entry.ContactPhone), "NotAPhone");
        if (TextNormal.Line(entry.ContactName).Length > Reply.NameLength) yield return new(nameof(entry.ContactName), "TooLong", Reply.NameLength);
        if (entry.Extra?.Trim().Length > ReplyRules.ExtraLength) yield return new(nameof(entry.Extra), "TooLong", ReplyRules.ExtraLength);
        if (entry.Ways == ReplyWays.None) yield return new(nameof(entry.Ways), "Missing");
        if (entry.Places.Count != ReplyRulesEntry.Ranks.Count || entry.Places.Any(places => places is < 0 or > ReplyRules.MostPlaces)) yield return new(nameof(entry.Places), "OutOfRange", ReplyRules.MostPlaces);
    }

    static string? Empty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}

/// <summary>A meeting's rules for replies, to be changed.</summary>
public sealed class ReplyRulesSheet(IDbContextFactory<EventDb> dbs)
{
    public async Task<ReplyRulesEntry> ReadAsync(MeetingView meeting, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        if (await db.Set<ReplyRules>().AsNoTracking().SingleOrDefaultAsync(r => r.MeetingId == meeting.Id, stop) is not { } rules) return new();
        return new()
        {
            Deadline = rules.Deadline is { } until ? meeting.Local(until) : null, Ways = rules.Ways, HasFee = rules.HasFee, ContactName = rules.ContactName, ContactPhone = rules.ContactPhone, Extra = rules.Extra,
            Places = [.. ReplyRulesEntry.Ranks.Select(rules.Places)],
        };
    }
}
