using System.Globalization;
using EventApp.Components;
using Microsoft.AspNetCore.WebUtilities;
using Shared.Registration;

namespace EventApp.Registration;

/// <summary>What the list of attendees shows, as its address says it: a view can be sent.</summary>
public sealed record AttendeeAddress(int Year)
{
    const string New = "new";

    public AttendeeFilter Filter { get; init; } = new();

    /// <summary>Null where the address leaves the order to what the account chose last.</summary>
    public NameOrder? Order { get; init; }
    public int Page { get; init; } = 1;

    /// <summary>The person in the drawer; zero for a new one, null for a closed drawer.</summary>
    public int? Person { get; init; }
    public bool Editing { get; init; }

    /// <summary>Whether the address says all that the list is filtered by.</summary>
    public bool IsWhole => SearchWord.ForAddress(Filter.Typed) == Filter.Typed;

    public string Path => Write($"/{Year}/attendees", ("page", Page > 1 ? Number(Page) : null), ("person", Person == 0 ? New : Number(Person)), ("edit", Editing ? "yes" : null));

    /// <param name="kind">xlsx or csv.</param>
    public string Export(string kind) => Write($"/{Year}/attendees/export", ("kind", kind));

    /// <summary>The same list from its first page, with the drawer closed.</summary>
    public AttendeeAddress With(Func<AttendeeFilter, AttendeeFilter> change) => this with { Filter = change(Filter), Page = 1, Person = null, Editing = false };

    /// <param name="typed">What was searched for where the address does not say it.</param>
    public static AttendeeAddress Read(int year, string address, string? typed = null)
    {
        var query = QueryHelpers.ParseQuery(new Uri(new Uri("http://here"), address).Query);
        string? Text(string name) => query.TryGetValue(name, out var found) && found.ToString() is { Length: > 0 } text ? text : null;
        int? Count(string name) => int.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
        return new(year)
        {
            Filter = new()
            {
                Typed = Text("q") ?? typed, Category = AddressWord.Read<AttendeeCategory>(Text("category")), State = AddressWord.Read<AttendeeState>(Text("state")),
                Source = AddressWord.Read<AttendeeSource>(Text("source")), Open = AddressWord.Read<OpenPoint>(Text("open")), UnitId = Count("unit"), Coming = Text("coming") is not null,
            },
            Order = AddressWord.Read<NameOrder>(Text("order")), Page = Count("page") ?? 1,
            Person = Text("person") == New ? 0 : Count("person"), Editing = Text("edit") is not null || Text("person") == New,
        };
    }

    string Write(string path, params (string Name, string? Value)[] more)
    {
        (string Name, string? Value)[] all =
        [
            ("q", SearchWord.ForAddress(Filter.Typed)), ("category", Word(Filter.Category)), ("state", Word(Filter.State)), ("source", Word(Filter.Source)),
            ("open", Word(Filter.Open)), ("unit", Number(Filter.UnitId)), ("coming", Filter.Coming ? "yes" : null), ("order", Word(Order)), .. more,
        ];
        return QueryHelpers.AddQueryString(path, all.Where(pair => !string.IsNullOrEmpty(pair.Value)).Select(pair => KeyValuePair.Create(pair.Name, pair.Value)));
    }

    static string? Word<TEnum>(TEnum? value) where TEnum : struct, Enum => value is { } set ? AddressWord.Of(set) : null;

    static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
