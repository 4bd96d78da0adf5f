using System.Globalization;
using Shared.Meetings;
using Shared.Registration;

namespace Shared.Demo;

/// <summary>The people of the sample meeting, the same at every making.</summary>
sealed class SamplePeople(SampleDays days)
{
    public const ulong Seed = 20230824;
    const int Staff = 14, Media = 4, UnitsPerLiaison = 7, FirstStaffPhone = 9001;

    static readonly Dictionary<string, string> Texts = SampleTable.Words("meeting");
    static readonly (ConsentPurpose Purpose, int Yes, int Answered)[] Agreed =
        [(ConsentPurpose.PublishedList, 124, 136), (ConsentPurpose.PublicScreen, 112, 130), (ConsentPurpose.Photograph, 118, 132)];
    static readonly DietKind[] Diets = [.. Enumerable.Repeat(DietKind.Halal, 4), .. Enumerable.Repeat(DietKind.Vegetarian, 3), .. Enumerable.Repeat(DietKind.Allergy, 2)];

    readonly SampleDice dice = new(Seed);
    readonly SampleTravel travel = new(days);
    readonly SampleNames names = new(new SampleDice(Seed));

    public DateTime ConfirmedAt => days.Start(-14);

    /// <summary>Attendees in the order of the list, each linked to the unit made for its seat.</summary>
    public List<Attendee> Attendees(int meetingId, IReadOnlyDictionary<SampleUnit, Unit> units)
    {
        var seats = SampleSeat.All;
        var named = names.For(seats);
        var categories = SampleTasks.Categories(seats);
        var roles = SampleTasks.Roles(seats, categories);
        var phones = dice.Shuffle(Enumerable.Range(1000, 8000));
        var attendees = seats.Select((seat, i) => new Attendee
        {
            MeetingId = meetingId, Unit = units[seat.Unit], Name = named[i].Name, Gender = named[i].Gender,
            Category = categories[i], Roles = roles[i], Post = SampleTasks.Post(seat, categories[i], dice),
            Phone = Phone(phones[i]), IsHead = seat.Place == 0, ListNo = i + 1, Remark = SampleTravel.Remark(seat.Unit),
            Source = AttendeeSource.Import, ConfirmedAt = ConfirmedAt, Journeys = travel.Journeys(seat.Unit),
        }).ToList();
        SampleTravel.Lodge(attendees, seats);
        Ask(attendees);
        attendees.ForEach(AttendeeIndex.SetKeys);
        return attendees;
    }

    /// <summary>Sensitive, kept apart, with their own consent; drawn from people without a task on stage.</summary>
    public List<Diet> DietsOf(IReadOnlyList<Attendee> saved) => [.. dice.Shuffle(saved.Where(a => a.Roles == StageRoles.None)).Zip(Diets, (attendee, kind) =>
        new Diet { AttendeeId = attendee.Id, Kind = kind, Consent = ConsentState.Yes, EnteredAt = ConfirmedAt })];

    /// <summary>The white shirts, then the journalists, who like them are outside every number of attendees.</summary>
    public List<StaffMember> StaffOf(int meetingId)
    {
        var rows = SampleTable.Rows("staff").Take(Staff).Concat(Enumerable.Repeat<string[]>(["", Texts["media"]], Media));
        return [.. rows.Select((row, i) => new StaffMember
        {
            MeetingId = meetingId, Name = names.One(), Nickname = row[0] == "" ? null : row[0], Task = row[1], Phone = Phone(FirstStaffPhone + i),
        })];
    }

    /// <summary>The staff member who answers for the n-th unit; none has more than eight.</summary>
    public static StaffMember LiaisonOf(int unitIndex, IReadOnlyList<StaffMember> staff) => staff[unitIndex / UnitsPerLiaison];

    // The prefix 154 is given out to nobody, so that no number reaches a person.
    static string Phone(int last) => string.Create(CultureInfo.InvariantCulture, $"1540000{last:0000}");

    void Ask(List<Attendee> attendees)
    {
        foreach (var attendee in attendees) attendee.Consents.Add(Said(ConsentPurpose.Notice, ConsentState.Yes));
        foreach (var (purpose, yes, answered) in Agreed)
        {
            var asked = dice.Shuffle(attendees);
            for (var i = 0; i < answered; i++) asked[i].Consents.Add(Said(purpose, i < yes ? ConsentState.Yes : ConsentState.No));
        }
    }

    Consent Said(ConsentPurpose purpose, ConsentState state) =>
        new() { Purpose = purpose, State = state, Source = Texts["consent"], GivenAt = ConfirmedAt };
}
