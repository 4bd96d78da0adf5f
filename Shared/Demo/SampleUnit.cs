using Shared.Meetings;

namespace Shared.Demo;

/// <summary>A body of the sample: its row in the table, how many come from it and by which services.</summary>
sealed record SampleUnit(
    OrganisationKind Kind, string Full, string Short, string Region, CouncilRank? Rank, MembershipBasis? Basis, int People, string Arrive, string Leave, string[] Aliases)
{
    /// <summary>Named in public; its people get neutral posts only.</summary>
    public bool IsReal => !Full.StartsWith("演示", StringComparison.Ordinal);

    public bool IsMember => Rank is not null;

    public bool Teaches => Kind is OrganisationKind.University or OrganisationKind.Institute;

    public static IReadOnlyList<SampleUnit> All { get; } = [.. SampleTable.Rows("units").Select(Read)];

    static SampleUnit Read(string[] row) => new(
        KindOf(row[0]), row[1], row[2], row[3],
        row[4] == "-" ? null : (CouncilRank)int.Parse(row[4], null),
        row[5] switch { "e" => MembershipBasis.Explicit, "i" => MembershipBasis.Implied, "a" => MembershipBasis.Assumed, _ => null },
        int.Parse(row[6], null), row[7], row[8], row[9].Split(',', StringSplitOptions.RemoveEmptyEntries));

    static OrganisationKind KindOf(string word) => word switch
    {
        "政" => OrganisationKind.Government, "产" => OrganisationKind.Enterprise, "学" => OrganisationKind.University,
        "研" => OrganisationKind.Institute, "会" => OrganisationKind.Association, _ => OrganisationKind.Other,
    };

    public Organisation ToOrganisation() => new()
    {
        FullName = Full, ShortName = Short, Kind = Kind, Region = Region,
        Aliases = [.. Aliases.Select(alias => new OrganisationAlias { Name = alias })],
    };
}

/// <summary>One person's place in a unit, 0 for its head.</summary>
sealed record SampleSeat(SampleUnit Unit, int Place)
{
    /// <summary>Everyone who comes, bodies first, units in the order of the council.</summary>
    public static IReadOnlyList<SampleSeat> All { get; } =
        [.. SampleUnit.All.SelectMany(unit => Enumerable.Range(0, unit.People).Select(place => new SampleSeat(unit, place)))];
}
