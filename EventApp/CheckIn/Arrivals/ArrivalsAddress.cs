using System.Globalization;
using EventApp.Components;
using Microsoft.AspNetCore.WebUtilities;
using Shared.CheckIn;
using Shared.Registration;

namespace EventApp.CheckIn.Arrivals;

/// <summary>What the arrivals list shows, as its address says it: a view can be sent.</summary>
public sealed record ArrivalsAddress(int Year)
{
    const string ExpectedWord = "expected";

    /// <summary>Null: report-in.</summary>
    public int? Checkpoint { get; init; }
    public ArrivalFilter Filter { get; init; } = new();
    public int Page { get; init; } = 1;

    public string Path => QueryHelpers.AddQueryString($"/{Year}/arrivals", ((string Name, string? Value)[])
        [
            ("checkpoint", Number(Checkpoint)), ("state", Filter.Expected ? ExpectedWord : Word(Filter.Standing)), ("category", Word(Filter.Category)), ("unit", Number(Filter.UnitId)), ("q", SearchWord.ForAddress(Filter.Typed)),
            ("page", Page > 1 ? Number(Page) : null),
        ] is var all ? all.Where(pair => !string.IsNullOrEmpty(pair.Value)).Select(pair => KeyValuePair.Create(pair.Name, pair.Value)) : []);

    /// <summary>The same list, otherwise filtered, from its first page.</summary>
    public ArrivalsAddress With(Func<ArrivalFilter, ArrivalFilter> change) => this with { Filter = change(Filter), Page = 1 };

    /// <param name="typed">What was searched for where the address does not say it.</param>
    public static ArrivalsAddress Read(int year, string address, string? typed = null)
    {
        var query = new AddressQuery(address);
        return new(year)
        {
            Checkpoint = query.Number("checkpoint"), Page = query.Number("page") ?? 1,
            Filter = new()
            {
                Typed = query.Text("q") ?? typed, Expected = query.Text("state") == ExpectedWord, Standing = AddressWord.Read<Standing>(query.Text("state")),
                Category = AddressWord.Read<AttendeeCategory>(query.Text("category")), UnitId = query.Number("unit"),
            },
        };
    }

    static string? Word<TEnum>(TEnum? value) where TEnum : struct, Enum => value is { } set ? AddressWord.Of(set) : null;

    static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
