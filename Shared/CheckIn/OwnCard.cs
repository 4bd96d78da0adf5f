using Microsoft.EntityFrameworkCore;
using Shared.CheckIn.Badges;
using Shared.Data;
using Shared.Meetings;
using Shared.Registration;
using Shared.Registration.Replies;

namespace Shared.CheckIn;

/// <summary>What a person's own page shows.</summary>
public sealed record OwnCardView
{
    public required MeetingView Meeting { get; init; }
    public string? LegalBody { get; init; }
    public string? PrivacyNotice { get; init; }

    /// <summary>Null for who cancelled or was replaced: of them nothing is shown.</summary>
    public OwnPerson? Person { get; init; }
}

/// <summary>One person as they may know themselves.</summary>
public sealed record OwnPerson
{
    public required string Name { get; init; }
    public required string Unit { get; init; }
    public string? Post { get; init; }
    public AttendeeCategory Category { get; init; }
    public BadgeKind Kind => BadgeKinds.Of(Category);

    /// <summary>The badge that is valid now; null before one is issued.</summary>
    public OwnBadge? Badge { get; init; }
    public LiaisonNote? Liaison { get; init; }
    public IReadOnlyList<OwnAgendaLine> Agenda { get; init; } = [];

    /// <summary>Seat, table, trip and round, as far as somebody has filled them.</summary>
    public ShownAtScan Places { get; init; } = new();

    /// <summary>The separate consents; what is missing is unknown.</summary>
    public IReadOnlyDictionary<ConsentPurpose, ConsentState> Consents { get; init; } = new Dictionary<ConsentPurpose, ConsentState>();
}

public sealed record OwnBadge(string Number, string Code);

/// <summary>One checkpoint that admits the person, once for each day where entry is once a day. Times are UTC.</summary>
public sealed record OwnAgendaLine(string Name, string? NameEn, CheckpointKind Kind, DateTime OpensAt, DateTime ClosesAt);

/// <summary>A person's own page, for whoever holds its link.</summary>
public sealed class OwnCard(IDbContextFactory<EventDb> dbs, AttendeeByLink byLink, BadgeKey key, ReadShownAtScan shown)
{
    /// <summary>Null where the link does not work.</summary>
    public async Task<OwnCardView?> ReadAsync(int linkId, string? token, CancellationToken stop = default)
    {
        if (await byLink.ReadAsync(linkId, token, stop) is not { } owner) return null;
        await using var db = await dbs.CreateDbContextAsync(stop);
        var meeting = await db.Meetings().AsNoTracking().SingleAsync(m => m.Id == owner.MeetingId, stop);
        var view = new OwnCardView { Meeting = MeetingCalendar.View(meeting), LegalBody = meeting.LegalBody, PrivacyNotice = meeting.PrivacyNotice };
        return owner.Comes ? view with { Person = await PersonAsync(db, view.Meeting, owner.AttendeeId, stop) } : view;
    }

    async Task<OwnPerson> PersonAsync(EventDb db, MeetingView meeting, int id, CancellationToken stop)
    {
        var a = await db.Attendees().AsNoTracking().Include(a => a.Unit!.Organisation).Include(a => a.Consents).SingleAsync(a => a.Id == id, stop);
        var badge = await db.Badges().AsNoTracking().SingleOrDefaultAsync(b => b.AttendeeId == id && b.RevokedAt == null, stop);
        var open = await AdmittingAsync(db, a, stop);
        // Places are asked for as the desk does where people report in: there everything about a person is said.
        var where = (open.Find(c => c.Kind == CheckpointKind.ReportIn) ?? open.FirstOrDefault())?.Id ?? 0;
        return new()
        {
            Name = a.Name, Unit = a.Unit!.Organisation!.FullName, Post = a.Post, Category = a.Category,
            Badge = badge is null ? null : new(badge.Number, key.Code(badge.Secret)),
            Liaison = await AskAsync(db, a, stop),
            Agenda = [.. open.SelectMany(c => Days(c, meeting)).OrderBy(line => line.OpensAt).ThenBy(line => line.ClosesAt)],
            Places = await shown.ReadAsync(new(meeting.Id, where, id), stop),
            Consents = a.Consents.Where(c => AnswerByLink.Asked.Contains(c.Purpose)).ToDictionary(c => c.Purpose, c => c.State),
        };
    }

    // The unit's liaison; before there is one, whom the units were told to ask.
    static async Task<LiaisonNote?> AskAsync(EventDb db, Attendee a, CancellationToken stop) =>
        await db.Staff().Where(s => s.Id == a.Unit!.LiaisonId && !s.Left).Select(s => new LiaisonNote(s.Nickname ?? s.Name, s.Phone)).FirstOrDefaultAsync(stop)
        ?? await db.Set<ReplyRules>().Where(r => r.MeetingId == a.MeetingId && r.ContactName != null).Select(r => new LiaisonNote(r.ContactName!, r.ContactPhone)).FirstOrDefaultAsync(stop);

    static async Task<List<Checkpoint>> AdmittingAsync(EventDb db, Attendee a, CancellationToken stop)
    {
        var (guests, bit) = (db.Set<CheckpointGuest>(), Checkpoint.Bit(a.Category));
        return await db.Checkpoints().AsNoTracking().Where(c => c.MeetingId == a.MeetingId && !c.Retired && c.Kind != CheckpointKind.Handout)
            .Where(c => c.Admits == Admission.All || (c.Admits == Admission.Categories && (c.CategoryBits & bit) != 0)
                || (c.Admits == Admission.List && guests.Any(g => g.CheckpointId == c.Id && g.AttendeeId == a.Id)))
            .OrderBy(c => c.OpensAt).ThenBy(c => c.Id).ToListAsync(stop);
    }

    // A meal of every day stands in the plan of every day, from the hour it opens to the hour it closes.
    static IEnumerable<OwnAgendaLine> Days(Checkpoint c, MeetingView meeting)
    {
        var (first, last) = (meeting.Local(c.OpensAt), meeting.Local(c.ClosesAt));
        if (c.Entry != EntryRule.OncePerDay || last.TimeOfDay <= first.TimeOfDay) return [new(c.Name, c.NameEn, c.Kind, c.OpensAt, c.ClosesAt)];
        return Enumerable.Range(0, (last.Date - first.Date).Days + 1).Select(day => new OwnAgendaLine(c.Name, c.NameEn, c.Kind,
            meeting.ToUtc(first.AddDays(day)), meeting.ToUtc(first.Date.AddDays(day) + last.TimeOfDay)));
    }
}
