namespace Shared.Registration.Replies;

/// <summary>The questions of the reply form by the names under which a page, a file and a draft know them, with the most characters each may take.</summary>
public static class ReplyFields
{
    public const string Name = "name", Gender = "gender", Post = "post", Department = "department", Phone = "phone", Category = "category", Companions = "companions", Remark = "remark";
    public const string Lodging = "lodging", Room = "room", Roommate = "roommate", StayFrom = "stayFrom", StayTo = "stayTo", Meals = "meals";
    public const string Speaks = "speaks", Signs = "signs", Receives = "receives";

    /// <summary>Said of a person who no longer comes.</summary>
    public const string Gone = "gone";

    /// <summary>Asked where the name of a listed person is overtyped: the same person (改错字) or somebody else (换人).</summary>
    public const string Renamed = "renamed", Same = "same", Other = "other";

    public static readonly JourneyQuestions Arrival = new("arrival", "pickUp");
    public static readonly JourneyQuestions Departure = new("departure", "dropOff");

    public const string ContactName = "contactName", ContactPhone = "contactPhone", Informed = "informed", Halal = "halal", Vegetarian = "vegetarian";
    public const string InvoiceTitle = "invoiceTitle", TaxNumber = "taxNumber";
    public const string Need = "need", Achievement = "achievement", WantsToMeet = "wantsToMeet", OverQuota = "overQuota", Declined = "declined", DeclineReason = "declineReason";

    /// <summary>Terminals that a form proposes; any other may be typed.</summary>
    public static readonly IReadOnlyList<string> Terminals = [Importing.Terminals.QiqiharSouth, Importing.Terminals.Qiqihar, Importing.Terminals.QiqiharAirport];

    /// <summary>参会身份 as a unit may say it (代表 嘉宾 专家 列席); who is a leader, the council's or the press is for the organisers to say.</summary>
    public static readonly IReadOnlyList<string> Categories = ["delegate", "guest", "expert", "observer"];

    /// <summary>How a ticked box answers.</summary>
    public const string Yes = "yes", No = "no";

    const int Word = 20;

    public static readonly IReadOnlyDictionary<string, int> OfPerson = new Dictionary<string, int>
    {
        [Name] = Attendee.NameLength, [Gender] = Word, [Post] = Attendee.PostLength, [Department] = Attendee.DepartmentLength, [Phone] = Attendee.PhoneLength, [Category] = Word,
        [Companions] = Word, [Remark] = Attendee.RemarkLength, [Lodging] = Word, [Room] = Word, [Roommate] = Stay.RoommateLength, [StayFrom] = Word, [StayTo] = Word, [Meals] = Word * 2,
        [Speaks] = Word, [Signs] = Word, [Receives] = Word, [Gone] = Word, [Renamed] = Word,
        [Arrival.Mode] = Word, [Arrival.AskAgain] = Word, [Arrival.Service] = Journey.ServiceLength, [Arrival.Terminal] = Journey.TerminalLength, [Arrival.Day] = Word, [Arrival.Hour] = Word, [Arrival.Ride] = Word,
        [Departure.Mode] = Word, [Departure.AskAgain] = Word, [Departure.Service] = Journey.ServiceLength, [Departure.Terminal] = Journey.TerminalLength, [Departure.Day] = Word, [Departure.Hour] = Word, [Departure.Ride] = Word,
    };

    public static readonly IReadOnlyDictionary<string, int> OfUnit = new Dictionary<string, int>
    {
        [ContactName] = Reply.NameLength, [ContactPhone] = Reply.PhoneLength, [Informed] = Word, [Halal] = Word, [Vegetarian] = Word, [Need] = Reply.TextLength, [Achievement] = Reply.TextLength,
        [InvoiceTitle] = Reply.TextLength, [TaxNumber] = Reply.TextLength, [WantsToMeet] = Reply.TextLength, [OverQuota] = Reply.TextLength, [Declined] = Word, [DeclineReason] = Reply.TextLength,
    };

    /// <summary>The answers that count: those of questions which the form asks beside the others. A train that was typed before its rider turned out to be local is no answer any more.</summary>
    public static Dictionary<string, string> Asked(IReadOnlyDictionary<string, string> answers)
    {
        var asked = new Dictionary<string, string>(answers);
        if (answers.Of(Lodging) == No) Drop(Room, Roommate, StayFrom, StayTo);
        foreach (var way in (JourneyQuestions[])[Arrival, Departure])
        {
            var mode = answers.Of(way.Mode);
            if (mode is "local" or "undecided") Drop(way.Day, way.Hour);
            if (mode is "local" or "undecided" or "car" or "other") Drop(way.Service, way.Terminal, way.Ride);
            if (mode is not null and not "undecided") Drop(way.AskAgain);
        }
        return asked;

        void Drop(params string[] fields)
        {
            foreach (var field in fields) asked.Remove(field);
        }
    }

    /// <summary>The most characters of an answer; null where the form has no such question.</summary>
    /// <param name="person">Empty for the unit's own questions.</param>
    public static int? Most(string person, string field) =>
        (person.Length == 0 ? OfUnit : OfPerson).TryGetValue(field, out var most) ? most : null;
}

/// <summary>The questions of one way, there or back.</summary>
public sealed class JourneyQuestions(string way, string ride)
{
    public string Mode { get; } = way + "Mode";
    public string AskAgain { get; } = way + "AskAgain";
    public string Service { get; } = way + "Service";
    public string Terminal { get; } = way + "Terminal";
    public string Day { get; } = way + "Day";
    public string Hour { get; } = way + "Hour";
    public string Ride { get; } = ride;

    public IEnumerable<string> All => [Mode, AskAgain, Service, Terminal, Day, Hour, Ride];
}
