using Shared.Meetings;
using Shared.Meetings.Importing;

namespace Shared.Registration.Importing;

/// <summary>Where each field of a list lies in a stored person. The unit and the diet have rows of their own and are not here.</summary>
static class AttendeeFields
{
    /// <summary>Stands for a room that is wanted and of which nothing more is known.</summary>
    const string AnyRoom = "✓";

    sealed record Place(Func<Attendee, MeetingView, object?> Get, Action<Attendee, MeetingView, object> Set);

    static readonly Dictionary<Field, Place> Places = new()
    {
        [RosterFields.ListNo] = Plain(a => a.ListNo, (a, value) => a.ListNo = (int)value),
        [RosterFields.Name] = Plain(a => a.Name, (a, value) => a.Name = (string)value),
        [RosterFields.Department] = Plain(a => a.Department, (a, value) => a.Department = (string)value),
        [RosterFields.Post] = Plain(a => a.Post, (a, value) => a.Post = (string)value),
        [RosterFields.Gender] = Plain(a => a.Gender, (a, value) => a.Gender = (Gender)value),
        [RosterFields.Phone] = Plain(a => a.Phone, (a, value) => a.Phone = (string)value),
        [RosterFields.ContactPhone] = Plain(a => a.ContactPhone, (a, value) => a.ContactPhone = (string)value),
        [RosterFields.Category] = Plain(a => a.Category, (a, value) => a.Category = (AttendeeCategory)value),
        [RosterFields.Lodging] = Plain(a => a.Lodging is not null, (a, value) => a.Lodging = (bool)value ? a.Lodging ?? AnyRoom : null),
        [RosterFields.Room] = Plain(a => a.Lodging == AnyRoom ? null : a.Lodging, (a, value) => a.Lodging = (string)value),
        [RosterFields.Companions] = Plain(a => a.Companions, (a, value) => a.Companions = (int)value),
        [RosterFields.Remark] = Plain(a => a.Remark, (a, value) => a.Remark = (string)value),
    };

    static AttendeeFields()
    {
        AddJourney(JourneyFields.Arrival, JourneyDirection.Arrival);
        AddJourney(JourneyFields.Departure, JourneyDirection.Departure);
    }

    public static IEnumerable<Field> All => Places.Keys;

    public static object? Get(Attendee attendee, Field field, MeetingView meeting) => Places[field].Get(attendee, meeting);

    public static void Set(Attendee attendee, Field field, object value, MeetingView meeting) => Places[field].Set(attendee, meeting, value);

    static Place Plain(Func<Attendee, object?> get, Action<Attendee, object> set) => new((a, _) => get(a), (a, _, value) => set(a, value));

    static void AddJourney(JourneyFields fields, JourneyDirection direction)
    {
        Add(fields.Mode, way => way.Mode, (way, value) => way.Mode = (TravelMode)value);
        Add(fields.Service, way => way.ServiceNo, (way, value) => way.ServiceNo = (string)value);
        Add(fields.Alias, way => way.ServiceAlias, (way, value) => way.ServiceAlias = (string)value);
        Add(fields.Station, way => way.Terminal, (way, value) => way.Terminal = (string)value);
        Add(fields.Ride, way => way.NeedsRide, (way, value) => way.NeedsRide = (bool)value);
        Places[fields.At] = new(
            (a, meeting) => Find(a) is { At: { } at } way ? new LocalMoment(meeting.Local(at), way.DayOnly) : null,
            (a, meeting, value) => (Make(a).At, Make(a).DayOnly) = (meeting.ToUtc(((LocalMoment)value).At), ((LocalMoment)value).DayOnly));

        void Add(Field field, Func<Journey, object?> get, Action<Journey, object> set) =>
            Places[field] = Plain(a => Find(a) is { } way ? get(way) : null, (a, value) => set(Make(a), value));

        Journey? Find(Attendee a) => a.Journeys.Find(way => way.Direction == direction);

        Journey Make(Attendee a)
        {
            if (Find(a) is { } way)
                return way;
            a.Journeys.Add(way = new Journey { Direction = direction });
            return way;
        }
    }
}
