using System.Collections;
using System.Reflection;
using Shared.Access;
using Shared.CheckIn;
using Shared.Data;
using Shared.Meetings;
using Shared.Seating.Grouping;

namespace EventApp.Tests.Hostile;

/// <summary>What a query or a command is called with: one meeting, and ids of rows that are the same meeting's or another's. Found by the names of parameters; one that is not known fails.</summary>
sealed class Arguments(TwoMeetings two, MeetingView meeting, bool idsOfHere)
{
    // Whose row an id names; the entry of a form names it by its type.
    static readonly Dictionary<string, string> Tables = new()
    {
        ["attendee"] = "Attendee", ["guest"] = "Attendee", ["one"] = "Attendee", ["other"] = "Attendee", ["substitutesFor"] = "Attendee", ["unit"] = "Unit", ["firstUnit"] = "Unit", ["secondUnit"] = "Unit", ["staff"] = "StaffMember", ["liaison"] = "StaffMember", ["operator"] = "StaffMember", ["staffMember"] = "StaffMember",
        ["checkpoint"] = "Checkpoint", ["implied"] = "Checkpoint", ["station"] = "Station", ["printout"] = "Printout", ["link"] = "DisplayLink", ["reply"] = "Reply", ["note"] = "AttendeeNote", ["change"] = "ReplyChange", ["import"] = "RosterImport", ["about"] = "Checkpoint",
        ["request"] = "JoinRequest", ["spare"] = "Badge", ["scan"] = "Scan", ["handout"] = "HandoutGiven", ["item"] = "HandoutItem", ["vehicle"] = "Vehicle", ["hall"] = "Hall", ["zone"] = "Zone", ["seat"] = "Seat", ["plan"] = "SeatPlan", ["scene"] = "Scene", ["place"] = "ScenePlace", ["SceneEntry"] = "Scene", ["HallEntry"] = "Hall", ["ZoneEntry"] = "Zone", ["subject"] = "Badge",
        ["AttendeeEntry"] = "Attendee", ["UnitEntry"] = "Unit", ["StaffEntry"] = "StaffMember", ["VehicleEntry"] = "Vehicle", ["CheckpointDraft"] = "Checkpoint", ["StationDraft"] = "Station", ["MeetingEntry"] = "Meeting", ["HandoutDraft"] = "HandoutItem", ["TwinSide"] = "Attendee", ["ReplyRulesEntry"] = "ReplyRules",
    };

    static readonly Dictionary<string, object?> Texts = new()
    {
        ["typed"] = "王", ["who"] = "小松", ["by"] = "小松", ["Name"] = "王刚", ["FullName"] = "另一个单位", ["Subject"] = "badge", ["Pin"] = "2468", ["token"] = "x", ["subjects"] = Array.Empty<string?>(), ["Phone"] = null, ["ContactPhone"] = null, ["DriverPhone"] = null,
        ["Unit"] = "另一个单位", ["kinds"] = new[] { "badge", "sign-in-sheet", "roster", "closing", "proof", "seat-plan" },
        ["taken"] = new TakenTables(new(new() { Tables = [], Groups = [] }, new Dictionary<string, string>(), new Dictionary<string, GroupName>(), new Dictionary<(string, string), PairReason>(), new Dictionary<string, string>(), TableAsked.Nothing), new Dictionary<string, string>()),
    };

    // Which of a meeting's prints, or plans of a hall, is of the kind asked for.
    static readonly Dictionary<string, int> Prints = new() { ["PrintedPaper"] = 1, ["PrintedClosing"] = 2, ["PrintedProof"] = 3, ["PrintedSeats"] = 5, ["PrintedScene"] = 6, ["VersionDifferences"] = 2, ["RestoreSeatVersion"] = 2 };

    /// <summary>Whether any of them named a row.</summary>
    public bool NamedRows { get; private set; }

    public async Task<object?[]> OfAsync(MethodInfo method)
    {
        var values = new List<object?>();
        foreach (var parameter in method.GetParameters()) values.Add(await ValueAsync(parameter.Name!, parameter.ParameterType, method.DeclaringType!, parameter.HasDefaultValue));
        return [.. values];
    }

    async Task<object?> ValueAsync(string name, Type type, Type owner, bool mayBeLeft)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        if (name is "meetingId" or "MeetingId") return meeting.Id;
        if (name == "userId") return idsOfHere ? "nobody" : two.Liaison;
        if (bare == typeof(byte[])) return Array.Empty<byte>();
        if (type == typeof(MeetingView)) return meeting;
        if (type == typeof(AuditScope)) return new AuditScope(meeting.Id, OfNone: false);
        if (type == typeof(CancellationToken)) return TestContext.Current.CancellationToken;
        if (Table(name, owner) is { } table && (bare == typeof(int) || bare == typeof(long) || Elements(type) == typeof(int))) return await IdsAsync(table, bare, Prints.GetValueOrDefault(owner.Name));
        if (Texts.TryGetValue(name, out var text) && (text is null || type.IsInstanceOfType(text))) return text;
        if (mayBeLeft) return bare.IsValueType && bare == type ? Activator.CreateInstance(type) is 0 ? 1 : Activator.CreateInstance(type) : null;
        if (type == typeof(string)) return "甲";
        if (bare == typeof(bool)) return false;
        if (bare == typeof(Guid)) return Guid.NewGuid();
        if (bare == typeof(int) || bare == typeof(long)) return Convert.ChangeType(1, bare, null);
        if (bare == typeof(DateTime)) return DateTime.UtcNow;
        if (bare == typeof(DateOnly)) return DateOnly.FromDateTime(DateTime.UtcNow);
        if (bare.IsEnum) return Enum.GetValues(bare).Cast<object>().First(value => Convert.ToInt32(value, null) != 0);
        if (Elements(type) is { } element) return await ListAsync(name, element);
        if (bare.Namespace?.StartsWith("Shared", StringComparison.Ordinal) == true && !bare.IsInterface) return await RecordAsync(bare);
        throw new InvalidOperationException($"{owner.Name}: nobody said what {type.Name} {name} is to be. Say it in {nameof(Arguments)}.");
    }

    static string? Table(string name, Type owner)
    {
        var key = name.EndsWith("Ids", StringComparison.Ordinal) ? name[..^3] : name.EndsWith("Id", StringComparison.Ordinal) ? name[..^2] : null;
        if (key is null or "user") return null;
        if (key == "change" && owner.Namespace == "Shared.Registration.Importing") return "PendingChange";
        if (key == "link" && owner.Namespace == "Shared.Registration") return "AttendeeLink";
        return Tables.GetValueOrDefault(key.Length == 0 ? owner.Name : char.ToLowerInvariant(key[0]) + key[1..])
            ?? throw new InvalidOperationException($"{owner.Name}: nobody said whose {name} is. Say it in {nameof(Arguments)}.");
    }

    async Task<object> IdsAsync(string table, Type type, int at)
    {
        NamedRows = true;
        var ids = table == "Meeting" ? [idsOfHere ? two.Here.Id : two.There.Id] : await two.IdsAsync(table, idsOfHere);
        return type == typeof(int) ? ids[at] : type == typeof(long) ? (long)ids[at] : ids.Take(3).ToList();
    }

    static Type? Elements(Type type) => type != typeof(string) && type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)) ? type.GetGenericArguments()[0] : null;

    async Task<object> ListAsync(string name, Type element)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
        if (element.Namespace?.StartsWith("Shared", StringComparison.Ordinal) == true && !element.IsEnum) list.Add(await ValueAsync(name, element, element, mayBeLeft: false));
        return list;
    }

    async Task<object> RecordAsync(Type type)
    {
        var make = type.GetConstructors().Where(one => one.GetParameters() is not [var only] || only.ParameterType != type).MaxBy(one => one.GetParameters().Length)
            ?? throw new InvalidOperationException($"Nobody said how a {type.Name} is made. Say it in {nameof(Arguments)}.");
        var values = new List<object?>();
        foreach (var parameter in make.GetParameters()) values.Add(await ValueAsync(parameter.Name!, parameter.ParameterType, type, mayBeLeft: parameter.HasDefaultValue));
        var made = make.Invoke([.. values]);
        if (IsFilter(type)) return made;
        foreach (var property in type.GetProperties().Where(property => property.CanWrite && !make.GetParameters().Any(parameter => parameter.Name == property.Name)))
            if (property.GetValue(made) is null or "" or 0 or ICollection { Count: 0 }) property.SetValue(made, await PropertyAsync(property, type));
        return made;
    }

    // A filter left as it is shows everything.
    static bool IsFilter(Type type) => type.Name.EndsWith("Filter", StringComparison.Ordinal);

    async Task<object?> PropertyAsync(PropertyInfo property, Type type) => property.Name == "Version" ? await VersionAsync(type)
        : property.PropertyType == typeof(int?) && !property.Name.EndsWith("Id", StringComparison.Ordinal) ? property.Name == "Seats" ? 7 : null
        : await ValueAsync(property.Name, property.PropertyType, type, mayBeLeft: false);

    async Task<int> VersionAsync(Type type)
    {
        await using var db = two.Db();
        var ids = await two.IdsAsync(Tables[type.Name], idsOfHere);
        return (int)(await db.NumbersAsync($"SELECT Version FROM \"{Tables[type.Name]}\" WHERE Id = {ids[0]}"))[0];
    }
}
