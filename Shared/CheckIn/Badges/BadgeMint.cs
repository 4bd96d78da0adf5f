using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Shared.Data;
using Shared.Live;

namespace Shared.CheckIn.Badges;

/// <summary>Makes new badges with their secrets and the next free numbers. Used inside a writing transaction, which keeps the numbers apart.</summary>
public sealed class BadgeMint(BadgeKey key, TimeProvider clock, LiveUpdates live)
{
    /// <summary>Badges issued, re-issued, revoked or printed.</summary>
    public static LiveTopic Topic(int meetingId) => new("badges", meetingId);

    internal void Tell(int meetingId) => live.Tell(Topic(meetingId));

    internal DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>One badge for each entry, an attendee's id or null for a spare, numbered in this order.</summary>
    internal async Task<List<Badge>> AddAsync(EventDb db, int meetingId, IReadOnlyList<(int? AttendeeId, char Letter)> wanted, CancellationToken stop)
    {
        var last = new Dictionary<char, int>();
        var made = new List<Badge>(wanted.Count);
        foreach (var (attendeeId, letter) in wanted)
        {
            if (!last.TryGetValue(letter, out var number)) number = await LastNumberAsync(db, meetingId, letter, stop);
            last[letter] = ++number;
            made.Add(Make(meetingId, attendeeId, string.Create(CultureInfo.InvariantCulture, $"{letter}{number:D3}")));
        }
        db.AddRange(made);
        await db.SaveChangesAsync(stop);
        return made;
    }

    Badge Make(int meetingId, int? attendeeId, string number)
    {
        var secret = RandomNumberGenerator.GetBytes(Badge.IdBytes);
        return new Badge { MeetingId = meetingId, AttendeeId = attendeeId, Number = number, Secret = secret, CodeHash = BadgeKey.Hash(key.Code(secret)), IssuedAt = Now };
    }

    static Task<int> LastNumberAsync(EventDb db, int meetingId, char letter, CancellationToken stop)
    {
        var (from, to) = ($"{letter}", $"{(char)(letter + 1)}");
        return db.Database.SqlQuery<int>($"SELECT COALESCE(MAX(CAST(substr(Number, 2) AS INTEGER)), 0) AS Value FROM Badge WHERE MeetingId = {meetingId} AND Number >= {from} AND Number < {to}").SingleAsync(stop);
    }
}
