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
/// 替会 at the desk: somebody else takes a registered person's place, by the rule of <see cref="TakenPlace"/>. Invitations pass over; the old badge is revoked.
/// </summary>
public sealed class SubstituteAttendee(CheckInWriter writer, BadgeKey key)
{
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
        desk.Db.Entry(original).Collection(a => a.Journeys).Load();
        desk.Db.Entry(original).Reference(a => a.Stay).Load();
        var substitute = TakenPlace.Take(original, ask.Name!, ask.Post, ask.Phone is { } phone ? PhoneEntry.Read(phone) : null, desk.Now);
        SpareBadge.Revoke(desk, original.Id, null);
        desk.Save(substitute);
        PassInvitations(desk, original.Id, substitute.Id);
        if (spare is not null) SpareBadge.Bind(desk, spare, substitute.Id);
        desk.Audit("attendee-replaced", original.Id, substitute.Name);
        return new Subject(substitute.Id);
    }

    static void PassInvitations(DeskTurn desk, int from, int to)
    {
        desk.Db.AddRange(desk.Db.Set<CheckpointGuest>().AsNoTracking().Where(g => g.AttendeeId == from).AsEnumerable().Select(g => new CheckpointGuest { CheckpointId = g.CheckpointId, AttendeeId = to }));
        desk.Db.SaveChanges();
    }

    static IReadOnlyList<string> Reconfirm(DeskTurn desk, int originalId, int substituteId)
    {
        var both = desk.Db.Attendees().AsNoTracking().Include(a => a.Consents).Where(a => a.Id == originalId || a.Id == substituteId).ToDictionary(a => a.Id);
        return TakenPlace.Reconfirm(both[originalId], both[substituteId]);
    }
}
