using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Shared.CheckIn;
using Shared.Data;
using Shared.Meetings;
using Shared.Registration;

namespace Bench.Crowds;

/// <summary>The people of the crowd with their search index and badges, written in the caller's transaction.</summary>
sealed class CrowdPeople(EventDb db, SqliteConnection connection, BadgeKey key)
{
    const int Seed = 1;

    readonly DateTime now = DateTime.UtcNow;
    readonly Random dice = new(Seed);

    /// <summary>Adds them and returns their badge codes.</summary>
    public string[] Add(int count)
    {
        var (meeting, units) = (db.Meetings().Single().Id, db.Units().OrderBy(unit => unit.ListNo).Select(unit => unit.Id).ToList());
        var names = new CrowdNames(count);
        using var people = new Rows<Attendee>(db, connection);
        using var badges = new Rows<Badge>(db, connection);
        using var grams = new Rows<AttendeeGram>(db, connection);
        var codes = new string[count];
        for (var id = 1; id <= count; id++)
        {
            var person = Person(id, meeting, units[id % units.Count], names.Next());
            people.Add(person);
            foreach (var gram in AttendeeIndex.GramsOf(person.Name, person.Phone, null)) grams.Add(new AttendeeGram { MeetingId = meeting, Gram = gram, AttendeeId = id });
            var secret = RandomNumberGenerator.GetBytes(Badge.IdBytes);
            codes[id - 1] = key.Code(secret);
            badges.Add(new Badge { Id = id, MeetingId = meeting, Secret = secret, CodeHash = BadgeKey.Hash(codes[id - 1]), Number = $"A{id:000}", AttendeeId = id, IssuedAt = now });
        }
        return codes;
    }

    Attendee Person(int id, int meeting, int unit, string name)
    {
        var person = new Attendee
        {
            Id = id, MeetingId = meeting, UnitId = unit, Name = name, Post = "参会代表", ListNo = id, ConfirmedAt = now,
            Phone = $"1540000{dice.Next(10_000):0000}", Source = AttendeeSource.Import,
        };
        AttendeeIndex.SetKeys(person);
        return person;
    }
}
