using Shared.CheckIn.Writing;
using Shared.Registration;

namespace Shared.CheckIn;

/// <param name="Code">Of a spare.</param>
/// <param name="Reason">Why the old badge is worth nothing any more; may be left out.</param>
public sealed record BindBadgeAsk(int AttendeeId, string? Code, string? Reason, Guid? Nonce);

public sealed record BindBadgeResult(int AttendeeId, string BadgeNo);

/// <summary>Makes a spare somebody's badge; one that the person had before is revoked in the same transaction (lost badge).</summary>
public sealed class BindBadge(CheckInWriter writer, BadgeKey key)
{
    /// <exception cref="CannotRecord" />
    public async Task<DeskResult<BindBadgeResult>> RunAsync(CallerAsk caller, BindBadgeAsk ask)
    {
        if (ask.Nonce is not { } nonce || ask.Code is not { } code || ask.Reason?.Length > Badge.ReasonLength) return DeskRefusal.Malformed;
        var task = new DeskTask<BindBadgeResult>(nonce, $"bind|{ask.AttendeeId}|{BadgeKey.Read(code)}", desk => Bind(desk, ask),
            (desk, badgeId) => new(ask.AttendeeId, desk.Db.Badges().Single(b => b.Id == badgeId).Number));
        return await writer.RunAsync(turn => DeskTurn.Run(turn, key, caller, task));
    }

    static DeskResult<Subject> Bind(DeskTurn desk, BindBadgeAsk ask)
    {
        if (desk.Find(ask.AttendeeId) is not { } person) return DeskRefusal.UnknownAttendee;
        if (person.State is AttendeeState.Cancelled or AttendeeState.Replaced) return DeskRefusal.NotComing;
        if (SpareBadge.Find(desk, ask.Code!) is not { } spare) return DeskRefusal.NotASpare;
        var old = SpareBadge.Revoke(desk, person.Id, ask.Reason);
        SpareBadge.Bind(desk, spare, person.Id);
        desk.Audit("badge-bound", person.Id, old is null ? spare.Number : $"{old} → {spare.Number}");
        return new Subject(spare.Id);
    }
}
