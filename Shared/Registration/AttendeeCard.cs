using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;
using Shared.Meetings;

namespace Shared.Registration;

/// <summary>All that is known of one person, with phones masked and of the diet no more than that it is set.</summary>
public sealed record AttendeeDetails
{
    public required int Id { get; init; }
    public required int Version { get; init; }
    public required string Name { get; init; }
    public required int UnitId { get; init; }
    public required string Unit { get; init; }
    public Gender? Gender { get; init; }
    public string? Post { get; init; }
    public string? Department { get; init; }
    public AttendeeCategory Category { get; init; }
    public string? Phone { get; init; }
    public string? ContactPhone { get; init; }
    public bool IsHead { get; init; }
    public bool NeedsAccess { get; init; }
    public int ListNo { get; init; }
    public StageRoles Roles { get; init; }

    /// <summary>What the unit's reply says; a wish.</summary>
    public StageRoles SaidRoles { get; init; }
    public StayNote? Stay { get; init; }
    public int Companions { get; init; }
    public string? Lodging { get; init; }
    public string? Remark { get; init; }
    public AttendeeSource Source { get; init; }
    public AttendeeState State { get; init; }
    public string? StateReason { get; init; }
    public DateTime? StateChangedAt { get; init; }
    public DateTime ConfirmedAt { get; init; }
    public string? ImportFile { get; init; }
    public DateTime? ErasedAt { get; init; }
    public bool DietSet { get; init; }
    public TravelNote? Arrival { get; init; }
    public TravelNote? Departure { get; init; }
    public PersonLink? SubstitutesFor { get; init; }
    public PersonLink? ReplacedBy { get; init; }

    /// <summary>Of a substitute, what did not pass over and is not settled yet; words of <see cref="TakenPlace.Reconfirm"/>.</summary>
    public IReadOnlyList<string> Reconfirm { get; init; } = [];
    public LiaisonNote? Liaison { get; init; }
    public IReadOnlyList<ConsentNote> Consents { get; init; } = [];
    public IReadOnlyList<WrittenNote> Notes { get; init; } = [];
    public IReadOnlyList<OpenPoint> Lacks { get; init; } = [];
}

public sealed record PersonLink(int Id, string Name);

/// <summary>Who of the staff answers for the unit; the nickname where there is one.</summary>
public sealed record LiaisonNote(string Name, string? Phone);

public sealed record ConsentNote(ConsentPurpose Purpose, ConsentState State, string Source, DateTime GivenAt);

public sealed record WrittenNote(string Text, string WrittenBy, DateTime WrittenAt);

/// <summary>One registered person.</summary>
public sealed class AttendeeCard(IDbContextFactory<EventDb> dbs, TimeProvider clock)
{
    /// <summary>Null where the meeting has no such person.</summary>
    public async Task<AttendeeDetails?> ReadAsync(int meetingId, int attendeeId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var one = db.Attendees().AsNoTracking().Listed(meetingId).Where(a => a.Id == attendeeId);
        if (await one.Include(a => a.Unit!.Organisation).Include(a => a.Journeys).Include(a => a.Consents).Include(a => a.Import).Include(a => a.Stay).AsSplitQuery().SingleOrDefaultAsync(stop) is not { } a) return null;
        var meeting = MeetingCalendar.View(await db.Meetings().AsNoTracking().SingleAsync(m => m.Id == meetingId, stop));
        var today = meeting.Day(clock.GetUtcNow().UtcDateTime);
        return Known(a) with
        {
            DietSet = await db.Diets().AnyAsync(d => d.AttendeeId == attendeeId && d.Kind != DietKind.None, stop),
            SubstitutesFor = await LinkAsync(db, meetingId, p => p.Id == a.SubstitutesForId, stop),
            Reconfirm = await db.Attendees().AsNoTracking().Include(p => p.Consents).SingleOrDefaultAsync(p => p.Id == a.SubstitutesForId, stop) is { } original ? TakenPlace.Reconfirm(original, a) : [],
            ReplacedBy = await LinkAsync(db, meetingId, p => p.SubstitutesForId == a.Id, stop),
            Liaison = await db.Staff().Where(s => s.Id == a.Unit!.LiaisonId).Select(s => new LiaisonNote(s.Nickname ?? s.Name, s.Phone)).FirstOrDefaultAsync(stop),
            Notes = await db.AttendeeNotes().Where(n => n.AttendeeId == attendeeId).OrderByDescending(n => n.WrittenAt).ThenByDescending(n => n.Id)
                .Select(n => new WrittenNote(n.Text, n.WrittenBy, n.WrittenAt)).ToListAsync(stop),
            Lacks = [.. Enum.GetValues<OpenPoint>().Where(point => one.Any(OpenPoints.Lacking(point, today)))],
        };
    }

    static AttendeeDetails Known(Attendee a) => new()
    {
        Id = a.Id, Version = a.Version, Name = a.Name, UnitId = a.UnitId, Unit = a.Unit!.Organisation!.FullName, Gender = a.Gender, Post = a.Post,
        Department = a.Department, Category = a.Category, Phone = Masked.Phone(a.Phone), ContactPhone = Masked.Phone(a.ContactPhone), IsHead = a.IsHead, NeedsAccess = a.NeedsAccess,
        ListNo = a.ListNo, Roles = a.Roles, SaidRoles = a.SaidRoles, Stay = a.Stay is { } s ? new(s.Needed, s.Room, s.Roommate, s.From, s.To, s.Meals) : null, Companions = a.Companions, Lodging = a.Lodging, Remark = a.Remark, Source = a.Source, State = a.State,
        StateReason = a.StateReason, StateChangedAt = a.StateChangedAt, ConfirmedAt = a.ConfirmedAt, ImportFile = a.Import?.FileName, ErasedAt = a.ErasedAt,
        Arrival = Way(a, JourneyDirection.Arrival), Departure = Way(a, JourneyDirection.Departure),
        Consents = [.. a.Consents.OrderBy(c => c.Purpose).Select(c => new ConsentNote(c.Purpose, c.State, c.Source, c.GivenAt))],
    };

    static TravelNote? Way(Attendee a, JourneyDirection direction) =>
        TravelNote.Of(a.Journeys.FirstOrDefault(j => j.Direction == direction));

    static Task<PersonLink?> LinkAsync(EventDb db, int meetingId, System.Linq.Expressions.Expression<Func<Attendee, bool>> which, CancellationToken stop) =>
        db.Attendees().Where(a => a.MeetingId == meetingId).Where(which).Select(a => new PersonLink(a.Id, a.Name)).FirstOrDefaultAsync(stop);
}
