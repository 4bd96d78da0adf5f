using System.Globalization;
using EventApp.Components;
using Microsoft.AspNetCore.WebUtilities;
using Shared.CheckIn.Badges;
using Shared.Registration;

namespace EventApp.CheckIn.Badges;

/// <summary>What the list of badges shows, as its address says it: a view can be sent.</summary>
public sealed record BadgeAddress(int Year)
{
    public BadgeFilter Filter { get; init; } = new();

    public string Path => QueryHelpers.AddQueryString($"/{Year}/badges", Pairs().Where(pair => !string.IsNullOrEmpty(pair.Value)));

    /// <summary>The same list from its first page.</summary>
    public BadgeAddress With(Func<BadgeFilter, BadgeFilter> change) => this with { Filter = change(Filter) with { Page = 1 } };

    public static BadgeAddress Read(int year, string address)
    {
        var query = QueryHelpers.ParseQuery(new Uri(new Uri("http://here"), address).Query);
        string? Text(string name) => query.TryGetValue(name, out var found) && found.ToString() is { Length: > 0 } text ? text : null;
        int? Count(string name) => int.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
        return new(year)
        {
            Filter = new(AddressWord.Read<BadgeShow>(Text("show")) ?? BadgeShow.All, AddressWord.Read<AttendeeCategory>(Text("category")), Count("unit"), Text("q"), Count("page") ?? 1),
        };
    }

    IEnumerable<KeyValuePair<string, string?>> Pairs() =>
    [
        new("show", Filter.Show == BadgeShow.All ? null : AddressWord.Of(Filter.Show)), new("category", Filter.Category is { } category ? AddressWord.Of(category) : null),
        new("unit", Number(Filter.UnitId)), new("q", Filter.Text), new("page", Filter.Page > 1 ? Number(Filter.Page) : null),
    ];

    static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
