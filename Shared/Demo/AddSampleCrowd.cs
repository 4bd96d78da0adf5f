using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Shared.CheckIn;
using Shared.CheckIn.Badges;
using Shared.Data;
using Shared.Meetings;
using Shared.Registration;

namespace Shared.Demo;

/// <summary>Adds a crowd of any size to a meeting, with badges and everything they are found by: for measuring, never for a real meeting. People are the same at every run.</summary>
public sealed class AddSampleCrowd(IDbContextFactory<EventDb> dbs, DataDirectory data, BadgeKey key, TimeProvider clock)
{
    const ulong Seed = 20230825;
    const int Piece = 2000;
    const int ShortEvery = 5;

    /// <summary>Spreads the people over the meeting's units. The meeting must have a unit; nobody else may write meanwhile.</summary>
    public async Task RunAsync(int meetingId, int people, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var units = await db.Units().Where(u => u.MeetingId == meetingId).OrderBy(u => u.Id).Select(u => u.Id).ToListAsync(stop);
        var listed = await db.Attendees().Where(a => a.MeetingId == meetingId).MaxAsync(a => (int?)a.ListNo, stop) ?? 0;
        var names = new SampleNames(new SampleDice(Seed));
        using var own = SqliteSettings.OpenOwn(data);
        foreach (var piece in Enumerable.Range(listed + 1, people).Chunk(Piece))
            await WriteAsync(own, [.. piece.Select(listNo => Person(meetingId, units[listNo % units.Count], names.Any(listNo % ShortEvery == 0 ? 1 : 2), listNo))], stop);
    }

    Attendee Person(int meetingId, int unitId, (string Name, Gender Gender) named, int listNo)
    {
        var attendee = new Attendee
        {
            MeetingId = meetingId, UnitId = unitId, Name = named.Name, Gender = named.Gender, ListNo = listNo, Source = AttendeeSource.Import,
            Phone = string.Create(CultureInfo.InvariantCulture, $"1540{listNo:0000000}"), ConfirmedAt = clock.GetUtcNow().UtcDateTime,
        };
        AttendeeIndex.SetKeys(attendee);
        return attendee;
    }

    async Task WriteAsync(SqliteConnection own, List<Attendee> people, CancellationToken stop)
    {
        await using (var db = await dbs.CreateDbContextAsync(stop))
        {
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            db.AddRange(people);
            await db.SaveChangesAsync(stop);
            db.AddRange(people.Select(BadgeOf));
            await db.SaveChangesAsync(stop);
        }
        WriteGrams(own, people);
    }

    Badge BadgeOf(Attendee attendee)
    {
        var secret = System.Security.Cryptography.RandomNumberGenerator.GetBytes(Badge.IdBytes);
        return new Badge
        {
            MeetingId = attendee.MeetingId, AttendeeId = attendee.Id, Secret = secret, CodeHash = BadgeKey.Hash(key.Code(secret)), IssuedAt = attendee.ConfirmedAt,
            Number = string.Create(CultureInfo.InvariantCulture, $"{BadgeKinds.Of(attendee.Category).Letter()}{attendee.ListNo:000}"),
        };
    }

    // Some forty grams a person: a prepared statement is ten times as fast as tracked rows.
    static void WriteGrams(SqliteConnection own, List<Attendee> people)
    {
        using var transaction = own.BeginTransaction();
        using var insert = own.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = "INSERT INTO AttendeeGram (MeetingId, Gram, AttendeeId) VALUES ($meeting, $gram, $attendee)";
        var (meeting, gram, attendee) = (insert.Parameters.Add("$meeting", SqliteType.Integer), insert.Parameters.Add("$gram", SqliteType.Text), insert.Parameters.Add("$attendee", SqliteType.Integer));
        foreach (var person in people)
            foreach (var found in AttendeeIndex.GramsOf(person.Name, person.Phone, null))
            {
                (meeting.Value, gram.Value, attendee.Value) = (person.MeetingId, found, person.Id);
                insert.ExecuteNonQuery();
            }
        transaction.Commit();
    }
}
