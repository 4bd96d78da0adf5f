using Microsoft.EntityFrameworkCore;
using Shared.Chinese;
using Shared.CheckIn.Writing;
using Shared.Meetings;
using Shared.Registration;

namespace Shared.CheckIn;

/// <param name="Code">Of a spare that becomes the substitute's badge; may be left out.</param>
public sealed record SubstituteAsk(int AttendeeId, string? Name, string? Post, string? Phone, string? Code, Guid? Nonce)
{
    internal SubstituteAsk Clean() => this with { Name = TextNormal.PersonName(Name), Post = TextNormal.Line(Post) is { Length: > 0 } post ? post : null, Phone = string.IsNullOrWhiteSpace(Phone) ? null : Phone };

    internal DeskRefusal? Wrong => Nonce is null || Name is not { Length: > 0 and <= Attendee.NameLength } || Post?.Length > Attendee.PostLength ? DeskRefusal.Malformed
        : Phone is not null && PhoneEntry.Read(Phone) is null ? DeskRefusal.NotAPhone : null;
}

/// <param name="Reconfirm">What does not pass over and must be settled anew: <c>speaks signs receives witnesses presides rank consents</c>.</param>
public sealed record SubstituteResult(ScannedPerson Attendee, IReadOnlyList<string> Reconfirm);

/// <summary>
/// 替会: somebody else takes a registered person's place. The place in the list, unit, room, ride and invitations pass over; rank, roles on stage
/// and consents do not. The old badge is revoked.
/// </summary>
public sealed class SubstituteAttendee(CheckInWriter writer, BadgeKey key)
{
    static readonly (StageRoles Role, string Word)[] Roles =
        [(StageRoles.Speaks, "speaks"), (StageRoles.Signs, "signs"), (StageRoles.Receives, "receives"), (StageRoles.Witnesses, "witnesses"), (StageRoles.Presides, "presides")];

    /// <exception cref="CannotRecord" />
    public async Task<DeskResult<SubstituteResult>> RunAsync(CallerAsk caller, SubstituteAsk typed)
    {
        var ask = typed.Clean();
        if (ask.Wrong is { } wrong) return wrong;
        var code = ask.Code is null ? null : BadgeKey.Read(ask.Code);
        var task = new DeskTask<SubstituteResult>(ask.Nonce!.Value, $"substitute|{ask.AttendeeId}|{ask.Name}|{ask.Post}|{ask.Phone}|{code}", desk => Replace(desk, ask),
            (desk, id) => new(desk.Show(id), Reconfirm(desk, ask.AttendeeId, id)));
        return await writer.RunAsync(turn => DeskTurn.Run(turn, key, caller, task));
    }

    static DeskResult<Subject> Replace(DeskTurn desk, SubstituteAsk ask)
    {
        if (desk.Find(ask.AttendeeId) is not { } original) return DeskRefusal.UnknownAttendee;
        if (original.State == AttendeeState.Replaced || desk.Db.Attendees().Any(a => a.SubstitutesForId == original.Id)) return DeskRefusal.AlreadyReplaced;
        var spare = ask.Code is null ? null : SpareBadge.Find(desk, ask.Code);
        if (ask.Code is not null && spare is null) return DeskRefusal.NotASpare;
        var substitute = TakePlace(desk, original, ask);
        (original.State, original.StateReason, original.StateChangedAt, original.Version) = (AttendeeState.Replaced, null, desk.Now, original.Version + 1);
        SpareBadge.Revoke(desk, original.Id, null);
        desk.Save(substitute);
        PassInvitations(desk, original.Id, substitute.Id);
        if (spare is not null) SpareBadge.Bind(desk, spare, substitute.Id);
        desk.Audit("attendee-replaced", original.Id, substitute.Name);
        return new Subject(substitute.Id);
    }

    static Attendee TakePlace(DeskTurn desk, Attendee original, SubstituteAsk ask) => new()
    {
        MeetingId = original.MeetingId, UnitId = original.UnitId, ListNo = original.ListNo, Name = ask.Name!, Post = ask.Post,
        Phone = ask.Phone is { } phone ? PhoneEntry.Read(phone) : null, Category = WithoutRank(original.Category), Lodging = original.Lodging,
        Source = AttendeeSource.Substitute, SubstitutesForId = original.Id, ConfirmedAt = desk.Now,
        Journeys = [.. desk.Db.Set<Journey>().AsNoTracking().Where(j => j.AttendeeId == original.Id).AsEnumerable().Select(j => new Journey
        {
            Direction = j.Direction, Mode = j.Mode, ServiceNo = j.ServiceNo, ServiceAlias = j.ServiceAlias, Terminal = j.Terminal, At = j.At, NeedsRide = j.NeedsRide,
        })],
    };

    static AttendeeCategory WithoutRank(AttendeeCategory category) =>
        category is AttendeeCategory.Leader or AttendeeCategory.Expert or AttendeeCategory.ViceChair ? AttendeeCategory.Delegate : category;

    static void PassInvitations(DeskTurn desk, int from, int to)
    {
        desk.Db.AddRange(desk.Db.Set<CheckpointGuest>().AsNoTracking().Where(g => g.AttendeeId == from).AsEnumerable().Select(g => new CheckpointGuest { CheckpointId = g.CheckpointId, AttendeeId = to }));
        desk.Db.SaveChanges();
    }

    static List<string> Reconfirm(DeskTurn desk, int originalId, int substituteId)
    {
        var original = desk.Db.Attendees().AsNoTracking().Include(a => a.Consents).Single(a => a.Id == originalId);
        var rank = desk.Db.Attendees().Where(a => a.Id == substituteId).Select(a => a.Category).Single() != original.Category;
        var consents = original.Consents.Exists(c => c.State == ConsentState.Yes && c.Purpose != ConsentPurpose.Notice);
        return [.. Roles.Where(role => original.Roles.HasFlag(role.Role)).Select(role => role.Word), .. rank ? ["rank"] : Array.Empty<string>(), .. consents ? ["consents"] : Array.Empty<string>()];
    }
}
