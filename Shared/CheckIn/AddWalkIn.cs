using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Shared.Chinese;
using Shared.CheckIn.Writing;
using Shared.Meetings;
using Shared.Registration;

namespace Shared.CheckIn;

public sealed record WalkInAsk
{
    public string? Name { get; init; }

    /// <summary>Any name that the unit is known by; a new one makes a guest body.</summary>
    public string? Unit { get; init; }
    public string? Phone { get; init; }
    public AttendeeCategory? Category { get; init; }

    /// <summary>The person has read the privacy notice and agrees.</summary>
    public bool Consent { get; init; }
    public Guid? Nonce { get; init; }

    internal WalkInAsk Clean() => this with { Name = TextNormal.PersonName(Name), Unit = TextNormal.Line(Unit), Phone = string.IsNullOrWhiteSpace(Phone) ? null : Phone };

    internal DeskRefusal? Wrong => Nonce is null || Name is not { Length: > 0 and <= Attendee.NameLength } || Unit is not { Length: > 0 and <= Organisation.NameLength } ? DeskRefusal.Malformed
        : Phone is not null && PhoneEntry.Read(Phone) is null ? DeskRefusal.NotAPhone
        : Consent ? null : DeskRefusal.NoConsent;
}

/// <summary>Registers somebody who is on no list and stands at the desk (现场补录). Counted apart from those expected.</summary>
public sealed class AddWalkIn(CheckInWriter writer, BadgeKey key, ISeatsWalkIns? seats = null, ILogger<AddWalkIn>? log = null)
{
    /// <exception cref="CannotRecord" />
    public async Task<DeskResult<DeskPersonResult>> RunAsync(CallerAsk caller, WalkInAsk typed)
    {
        var ask = typed.Clean();
        if (ask.Wrong is { } wrong) return wrong;
        var task = new DeskTask<DeskPersonResult>(ask.Nonce!.Value, $"walk-in|{ask.Name}|{ask.Unit}|{ask.Phone}|{ask.Category}", desk => Add(desk, ask), (desk, id) => new(desk.Show(id)));
        return await writer.RunAsync(turn => DeskTurn.Run(turn, key, caller, task));
    }

    DeskResult<Subject> Add(DeskTurn desk, WalkInAsk ask)
    {
        var attendees = desk.Db.Attendees();
        var person = new Attendee
        {
            MeetingId = desk.MeetingId, UnitId = FindUnit(desk, ask.Unit!) ?? AddUnit(desk, ask.Unit!), Name = ask.Name!, Phone = ask.Phone is { } phone ? PhoneEntry.Read(phone) : null,
            Category = ask.Category ?? AttendeeCategory.Delegate, Source = AttendeeSource.WalkIn, ConfirmedAt = desk.Now,
            ListNo = (attendees.Where(a => a.MeetingId == desk.MeetingId).Max(a => (int?)a.ListNo) ?? 0) + 1,
            Consents = [new() { Purpose = ConsentPurpose.Notice, State = ConsentState.Yes, Source = ConsentSource.InPerson.ToString(), GivenAt = desk.Now }],
        };
        desk.Save(person);
        desk.Audit("walk-in-added", person.Id, null);
        Seat(desk, person);
        return new Subject(person.Id);
    }

    void Seat(DeskTurn desk, Attendee person)
    {
        if (seats is null) return;
        try
        {
            var changed = desk.Turn.Alone(turn =>
            {
                using var db = turn.OpenDb();
                return seats.Give(db, new(desk.MeetingId, person.Id, person.UnitId, desk.Now, desk.Caller.Name));
            });
            if (changed is { } topic) desk.Turn.Tell(topic);
        }
        catch (Exception failed) when (desk.Turn.IsOpen)
        {
            log?.LogError(failed, "A walk-in was entered without a seat");
        }
    }

    static int? FindUnit(DeskTurn desk, string typed)
    {
        var key = TextNormal.Key(typed);
        var units = desk.Db.Units().Where(u => u.MeetingId == desk.MeetingId).OrderBy(u => u.ListNo)
            .Select(u => new { u.Id, u.Organisation!.FullName, u.Organisation.ShortName, Aliases = u.Organisation.Aliases.Select(a => a.Name).ToList() }).AsEnumerable().ToList();
        return (units.Find(u => TextNormal.Key(u.FullName) == key) ?? units.Find(u => TextNormal.Key(u.ShortName) == key || u.Aliases.Exists(alias => TextNormal.Key(alias) == key)))?.Id;
    }

    static int AddUnit(DeskTurn desk, string name)
    {
        var organisation = desk.Db.Organisations().SingleOrDefault(o => o.FullName == name) ?? new Organisation { FullName = name, Kind = OrganisationKind.Other };
        var unit = new Unit { MeetingId = desk.MeetingId, Organisation = organisation, ListNo = (desk.Db.Units().Where(u => u.MeetingId == desk.MeetingId).Max(u => (int?)u.ListNo) ?? 0) + 1 };
        desk.Db.Add(unit);
        desk.Db.SaveChanges();
        return unit.Id;
    }
}
