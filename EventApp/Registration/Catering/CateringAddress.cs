using System.Globalization;
using EventApp.Components;
using Microsoft.AspNetCore.WebUtilities;
using Shared.Registration;
using Shared.Registration.Catering;

namespace EventApp.Registration.Catering;

public enum CateringView { Diets = 1, Rooms }

/// <summary>What the page of catering shows, as its address says it.</summary>
public sealed record CateringAddress(int Year)
{
    const string New = "new";

    public CateringView View { get; init; } = CateringView.Diets;
    public DietKind? Kind { get; init; }
    public int? UnitId { get; init; }
    public int Page { get; init; } = 1;

    /// <summary>Whose diet is open in the drawer; zero where somebody is still to be found, null for a closed drawer.</summary>
    public int? Person { get; init; }

    public DietFilter Filter => new(Kind, UnitId);

    public string Path => Write($"/{Year}/catering", ("page", Page > 1 ? Number(Page) : null), ("person", Person == 0 ? New : Number(Person)));

    /// <param name="kind">xlsx or csv.</param>
    public string Export(string kind) => Write($"/{Year}/catering/export", ("file", kind));

    public static CateringAddress Read(int year, string address)
    {
        var query = new AddressQuery(address);
        return new(year)
        {
            View = AddressWord.Read<CateringView>(query.Text("view")) ?? CateringView.Diets, Kind = AddressWord.Read<DietKind>(query.Text("kind")) is { } kind and not DietKind.None ? kind : null,
            UnitId = query.Number("unit"), Page = query.Number("page") ?? 1, Person = query.Text("person") == New ? 0 : query.Number("person"),
        };
    }

    string Write(string path, params (string Name, string? Value)[] more)
    {
        (string Name, string? Value)[] all = [("view", View == CateringView.Diets ? null : AddressWord.Of(View)), ("kind", Kind is { } kind ? AddressWord.Of(kind) : null), ("unit", Number(UnitId)), .. more];
        return QueryHelpers.AddQueryString(path, all.Where(pair => pair.Value is not null).Select(pair => KeyValuePair.Create(pair.Name, pair.Value)));
    }

    static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
