using Bench.Crowds;
using Microsoft.EntityFrameworkCore;
using Shared.Chinese;
using Shared.Registration;

namespace Bench.Search;

/// <summary>What people at a desk type, drawn from the people who are there: one character, initials, a whole name, a phone's last four digits.</summary>
sealed class SearchQuestions
{
    const int Seed = 7, RareCharacters = 20;

    readonly Random dice = new(Seed);
    readonly List<(string Name, string Phone)> people;
    readonly List<string> rare;

    public SearchQuestions(Crowd crowd)
    {
        using var db = new Contexts(crowd.Data).CreateDbContext();
        people = [.. db.Attendees().OrderBy(a => a.Id).Select(a => new { a.Name, a.Phone }).AsEnumerable().Select(a => (a.Name, a.Phone!))];
        rare = [.. people.SelectMany(person => person.Name.EnumerateRunes()).CountBy(rune => rune.ToString()).OrderBy(pair => pair.Value).Take(RareCharacters).Select(pair => pair.Key)];
    }

    /// <summary>Of every hundred 36 common and 4 rare characters, 30 initials, 20 names, 10 ends of a phone.</summary>
    public string Next() => dice.Next(100) switch
    {
        < 36 => Pick(Someone().Name.EnumerateRunes().ToList()).ToString(),
        < 40 => Pick(rare),
        < 70 => Pinyin.OfName(Someone().Name).Initials,
        < 90 => Someone().Name,
        _ => Someone().Phone[^4..],
    };

    (string Name, string Phone) Someone() => Pick(people);

    T Pick<T>(IReadOnlyList<T> from) => from[dice.Next(from.Count)];
}
