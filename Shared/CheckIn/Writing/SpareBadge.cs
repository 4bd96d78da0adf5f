using Microsoft.EntityFrameworkCore;

namespace Shared.CheckIn.Writing;

/// <summary>Binding a spare and revoking what the person had before.</summary>
static class SpareBadge
{
    /// <summary>The free spare of this meeting that bears the code; null for any other badge.</summary>
    public static Badge? Find(DeskTurn desk, string code)
    {
        if (BadgeKey.Read(code) is not { Length: BadgeKey.CodeLength } read) return null;
        var hash = BadgeKey.Hash(read);
        return desk.Db.Badges().SingleOrDefault(b => b.CodeHash == hash && b.MeetingId == desk.MeetingId && b.AttendeeId == null && b.RevokedAt == null);
    }

    /// <summary>The number of the badge that is worth nothing from now on; null where there was none.</summary>
    public static string? Revoke(DeskTurn desk, int attendeeId, string? reason)
    {
        var old = desk.Db.Badges().SingleOrDefault(b => b.AttendeeId == attendeeId && b.RevokedAt == null);
        if (old is null) return null;
        (old.RevokedAt, old.RevokedReason) = (desk.Now, reason);
        desk.Db.SaveChanges();
        return old.Number;
    }

    public static void Bind(DeskTurn desk, Badge spare, int attendeeId)
    {
        spare.AttendeeId = attendeeId;
        desk.Db.SaveChanges();
        desk.Turn.Tell(Badges.BadgeMint.Topic(desk.MeetingId));
    }
}
