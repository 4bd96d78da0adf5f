using Microsoft.EntityFrameworkCore;
using Shared.Data;
using Shared.Registration;
using Shared.Registration.Replies;

namespace Shared.Privacy;

/// <summary>What a person, or somebody for them, said.</summary>
static class HeldOfPerson
{
    public static HeldPart Facts(Attendee a) => new("person",
    [
        new(null, Told(
            ("Name", a.Name), ("Unit", a.Unit!.Organisation!.FullName), ("Gender", a.Gender), ("Department", a.Department), ("Post", a.Post), ("Category", a.Category), ("Phone", a.Phone), ("ContactPhone", a.ContactPhone),
            ("IsHead", a.IsHead ? true : null), ("NeedsAccess", a.NeedsAccess ? true : null), ("ListNo", a.ListNo), ("Roles", a.Roles == StageRoles.None ? null : a.Roles), ("SaidRoles", a.SaidRoles == StageRoles.None ? null : a.SaidRoles), ("Companions", a.Companions > 0 ? a.Companions : null),
            ("Lodging", a.Lodging), ("Remark", a.Remark), ("Source", a.Source), ("ImportFile", a.Import?.FileName), ("ConfirmedAt", a.ConfirmedAt == default ? null : a.ConfirmedAt), ("State", a.State), ("StateReason", a.StateReason), ("StateChangedAt", a.StateChangedAt), ("ErasedAt", a.ErasedAt))),
    ]);

    public static HeldPart Journeys(Attendee a) => new("journey", [.. a.Journeys.OrderBy(j => j.Direction).Select(j => new HeldThing(null, Told(
        ($"{j.Direction}.Mode", j.Mode), ($"{j.Direction}.ServiceNo", j.ServiceNo), ($"{j.Direction}.ServiceAlias", j.ServiceAlias), ($"{j.Direction}.Terminal", j.Terminal), ($"{j.Direction}.At", j.At),
        ($"{j.Direction}.NeedsRide", j.NeedsRide), ($"{j.Direction}.AskAgainOn", j.AskAgainOn))))]);

    public static HeldPart Stay(Attendee a) => new("stay", a.Stay is not { } s ? [] : [new(null, Told(
        ("Stay.Needed", s.Needed), ("Stay.Room", s.Room), ("Stay.Roommate", s.Roommate), ("Stay.From", s.From), ("Stay.To", s.To), ("Stay.Meals", s.Meals == Meals.None ? null : s.Meals)))]);

    public static HeldPart Diet(Diet? d) => new("diet", d is null ? [] : [new(d.EnteredAt, Told(("DietKind", d.Kind), ("DietNote", d.Note), ("ConsentState", d.Consent), ("ConsentSource", d.Source)))]);

    public static HeldPart Consents(Attendee a) => new("consent", [.. a.Consents.OrderBy(c => c.Purpose).Select(c => new HeldThing(c.GivenAt, Told(($"Consent.{c.Purpose}", c.State), ("ConsentSource", c.Source))))]);

    public static async Task<HeldPart> NotesAsync(EventDb db, Attendee a, CancellationToken stop) => new("note",
        [.. (await db.AttendeeNotes().AsNoTracking().Where(n => n.AttendeeId == a.Id).OrderBy(n => n.Id).ToListAsync(stop)).Select(n => new HeldThing(n.WrittenAt, Told(("Text", n.Text), ("By", n.WrittenBy))))]);

    /// <summary>Answers of the unit that do not stand in the list: typed and not sent, or sent after the deadline.</summary>
    public static async Task<HeldPart> AnswersAsync(EventDb db, Attendee a, CancellationToken stop)
    {
        var keys = await PersonTraces.KeysAsync(db, a, stop);
        var drafts = await db.Set<ReplyDraft>().AsNoTracking().Where(d => keys.Contains(d.Person) && db.Set<Reply>().Any(r => r.Id == d.ReplyId && r.MeetingId == a.MeetingId)).OrderBy(d => d.TypedAt).ToListAsync(stop);
        var changes = await db.ReplyChanges().AsNoTracking().Where(c => keys.Contains(c.Person) && c.Reply!.MeetingId == a.MeetingId).OrderBy(c => c.Id).ToListAsync(stop);
        return new("answer",
        [
            .. drafts.Select(d => new HeldThing(d.TypedAt, Told((Field(d.Field), d.Text), ("By", d.Editor)))),
            .. changes.Select(c => new HeldThing(c.AskedAt, Told((Field(c.Field), $"{c.Before} → {c.After}"), ("PersonName", c.PersonName), ("By", c.Editor), ("State", c.State), ("Reason", c.Reason), ("DecidedBy", c.DecidedBy)))),
        ]);
    }

    internal static IReadOnlyList<HeldLine> Told(params (string Field, object? Value)[] lines) => [.. lines.Where(line => line.Value is not (null or "")).Select(line => new HeldLine(line.Field, line.Value))];

    // A question of the form as the field of a person is called: arrivalMode is Arrival.Mode.
    static string Field(string asked) => ((string[])["arrival", "departure", "stay"]).FirstOrDefault(asked.StartsWith) is { } way && asked.Length > way.Length
        ? $"{char.ToUpperInvariant(way[0])}{way[1..]}.{asked[way.Length..]}" : $"{char.ToUpperInvariant(asked[0])}{asked[1..]}";
}
