using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shared.Data;
using Shared.Meetings;
using Shared.Registration;

namespace Shared.CheckIn.Badges;

/// <summary>What stands on one badge, but for its code. A spare has no person; a person without a badge has no number yet.</summary>
public sealed record BadgeFace
{
    public int? BadgeId { get; init; }
    public string? Number { get; init; }
    public int? AttendeeId { get; init; }
    public int ListNo { get; init; }
    public string? Name { get; init; }
    public int? UnitId { get; init; }
    public string? Unit { get; init; }
    public string? Post { get; init; }
    public AttendeeCategory? Category { get; init; }
    public string? Liaison { get; init; }
    public string? LiaisonPhone { get; init; }

    public bool IsSpare => AttendeeId is null;
    public BadgeKind? Kind => Category is { } category ? BadgeKinds.Of(category) : null;

    /// <summary>The badge and the fingerprint of both its sides; null before it is issued.</summary>
    public ShownItem? Shown(BadgeFrame frame) => BadgeId is not { } id ? null : new ShownItem(Subject, id, Fingerprint.Of(
        frame.Meeting.Name, frame.Meeting.NameEn, $"{frame.Meeting.FirstDay:O}{frame.Meeting.LastDay:O}", $"{frame.Meeting.IsSample}",
        Number, Name, Unit, Post, Kind?.ToString(), Liaison, LiaisonPhone, frame.AgendaKey));

    public const string Subject = "badge";
}

/// <summary>One line on the back of every badge: when which checkpoint opens.</summary>
public sealed record AgendaLine(string Name, string? NameEn, DateTime OpensAt);

/// <summary>What all badges of a meeting share.</summary>
public sealed record BadgeFrame(MeetingView Meeting, IReadOnlyList<AgendaLine> Agenda)
{
    public const int MostAgendaLines = 8;

    internal string AgendaKey => string.Join('\n', Agenda.Select(line => string.Create(CultureInfo.InvariantCulture, $"{line.OpensAt:O} {line.Name} {line.NameEn}")));

    internal static async Task<BadgeFrame> ReadAsync(EventDb db, MeetingView meeting, CancellationToken stop) => new(meeting, await db.Checkpoints()
        .Where(c => c.MeetingId == meeting.Id && !c.Retired && c.Kind != CheckpointKind.Handout).OrderBy(c => c.OpensAt).ThenBy(c => c.Id)
        .Take(MostAgendaLines).Select(c => new AgendaLine(c.Name, c.NameEn, c.OpensAt)).ToListAsync(stop));
}

static class FaceReading
{
    /// <summary>Everyone who comes, in list order, each with the valid badge where there is one.</summary>
    public static IQueryable<BadgeFace> People(this EventDb db, int meetingId)
    {
        var coming = db.Attendees().Known(meetingId).Where(a => a.State == AttendeeState.Confirmed || a.State == AttendeeState.OnLeave);
        return from a in coming
               join valid in db.Badges().Where(b => b.RevokedAt == null) on (int?)a.Id equals valid.AttendeeId into badges
               from b in badges.DefaultIfEmpty()
               join staff in db.Staff() on a.Unit!.LiaisonId equals (int?)staff.Id into liaisons
               from l in liaisons.DefaultIfEmpty()
               orderby a.ListNo, a.Id
               select new BadgeFace
               {
                   BadgeId = b == null ? null : b.Id, Number = b == null ? null : b.Number, AttendeeId = a.Id, ListNo = a.ListNo, Name = a.Name, UnitId = a.UnitId,
                   Unit = a.Unit!.Organisation!.FullName, Post = a.Post, Category = a.Category,
                   Liaison = l == null ? null : l.Nickname ?? l.Name, LiaisonPhone = l == null ? null : l.Phone,
               };
    }

    /// <summary>Spares nobody holds yet, by number.</summary>
    public static IQueryable<BadgeFace> Spares(this EventDb db, int meetingId) => db.Badges()
        .Where(b => b.MeetingId == meetingId && b.AttendeeId == null && b.RevokedAt == null).OrderBy(b => b.Id)
        .Select(b => new BadgeFace { BadgeId = b.Id, Number = b.Number });
}
