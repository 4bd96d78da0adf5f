using Shared.Registration;

namespace Shared.Demo;

/// <summary>Invented names from the sample's own pools. No two are alike but those planted.</summary>
sealed class SampleNames(SampleDice dice)
{
    const int CompoundSurnames = 6, WomenOfAll = 35, ShortOfAll = 35;

    static readonly Dictionary<string, string> Pools = SampleTable.Words("names");
    static readonly string Common = Pools["common"], Polyphonic = Pools["polyphonic"];
    static readonly string[] Compound = Pools["compound"].Split(' ');
    static readonly Dictionary<(string Unit, int Place), (string Name, Gender Gender)> Planted = SampleTable.Rows("planted")
        .ToDictionary(row => (row[0], int.Parse(row[1], null)), row => (row[2], row[3] == "女" ? Gender.Female : Gender.Male));

    readonly HashSet<string> taken = [.. Planted.Values.Select(planted => planted.Name)];

    /// <summary>One name for each seat: the planted ones, every compound and polyphonic surname, the rest weighted by how common the surname is.</summary>
    public List<(string Name, Gender Gender)> For(IReadOnlyList<SampleSeat> seats)
    {
        var planted = seats.Select(seat => Planted.TryGetValue((seat.Unit.Short, seat.Place), out var found) ? found : default).ToList();
        var free = Enumerable.Range(0, seats.Count).Where(i => planted[i].Name is null).ToList();
        var women = dice.Shuffle(free).Take(WomenOfAll - planted.Count(p => p.Gender == Gender.Female)).ToHashSet();
        var surnames = Surnames(free.Count - 1, planted.Any(p => p.Name?.StartsWith(Compound[0], StringComparison.Ordinal) == true));
        var shortOnes = dice.Shuffle(Enumerable.Range(0, surnames.Count).Where(i => surnames[i].Length == 1))
            .Take(ShortOfAll - planted.Count(p => p.Name?.Length == 2)).ToHashSet();
        for (var i = 0; i < free.Count; i++)
        {
            var gender = women.Contains(free[i]) ? Gender.Female : Gender.Male;
            planted[free[i]] = (Draw(surnames[i], gender, surnames[i].Length == 2 || shortOnes.Contains(i) ? 1 : 2), gender);
        }
        return planted;
    }

    /// <summary>One more name from the common surnames, unlike all before.</summary>
    public string One() => Draw(Weighted(), dice.Next(3) == 0 ? Gender.Female : Gender.Male, 2);

    List<string> Surnames(int last, bool firstCompoundPlanted)
    {
        IEnumerable<string> rare = Compound.Skip(firstCompoundPlanted ? 1 : 0).Take(CompoundSurnames).Concat(Polyphonic.Select(c => c.ToString()));
        var all = rare.ToList();
        while (all.Count <= last) all.Add(Weighted());
        return dice.Shuffle(all);
    }

    // The n-th commonest surname is drawn about as often as 1 / (n + 9).
    string Weighted()
    {
        var left = dice.Next(Common.Select((_, i) => Weight(i)).Sum());
        var at = 0;
        while (left >= Weight(at)) left -= Weight(at++);
        return Common[at].ToString();
    }

    static int Weight(int rank) => 10_000 / (rank + 10);

    string Draw(string surname, Gender gender, int characters)
    {
        var pool = Pools[gender == Gender.Female ? "female" : "male"].ToCharArray();
        while (true)
        {
            var name = surname + new string([.. dice.Shuffle(pool).Take(characters)]);
            if (taken.Add(name)) return name;
        }
    }
}
