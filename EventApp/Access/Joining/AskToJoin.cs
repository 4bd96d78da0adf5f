using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;
using Shared.Live;
using Shared.Meetings;
using Shared.Meetings.Joining;

namespace EventApp.Access.Joining;

enum JoinProblem { CodeEnded = 1, NoSuchPerson, NotSixDigits, Guessable, TooMany }

/// <param name="Key">What the phone keeps until it is let in.</param>
sealed record AskToJoinResult(int? RequestId, string? Key, JoinProblem? Problem = null);

/// <summary>Somebody who holds the code says which of the staff they are and sets a PIN; an organiser has to accept.</summary>
sealed class AskToJoin(IDbContextFactory<EventDb> dbs, JoinDoor door, LiveUpdates live, TimeProvider clock)
{
    const int KeyBytes = 24;

    /// <param name="invitation">The meeting and its code's token.</param>
    /// <param name="device">Browser and system in words.</param>
    public async Task<AskToJoinResult> RunAsync(JoinCookie invitation, int staffId, string pin, string device)
    {
        if (await door.ReadAsync(invitation.Id, invitation.Secret) is not { Count: > 0 } names) return new(null, null, JoinProblem.CodeEnded);
        if (names.FirstOrDefault(one => one.StaffId == staffId) is not { State: JoinState.Missing }) return new(null, null, JoinProblem.NoSuchPerson);
        await using var db = await dbs.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var phone = await db.Staff().Where(s => s.Id == staffId).Select(s => s.Phone).SingleAsync();
        if (!Pin.IsWellFormed(pin)) return new(null, null, JoinProblem.NotSixDigits);
        if (Pin.IsGuessable(pin, phone)) return new(null, null, JoinProblem.Guessable);
        if (await db.Set<JoinRequest>().CountAsync(r => r.StaffMemberId == staffId && r.AnsweredAt == null) >= JoinRequest.MostOfOne) return new(null, null, JoinProblem.TooMany);
        var key = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(KeyBytes));
        var request = new JoinRequest { StaffMemberId = staffId, KeyHash = Hash(key), PinHash = Pin.Hash(pin), Device = device, AskedAt = clock.GetUtcNow().UtcDateTime };
        db.Add(request);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        live.Tell(MeetingsSets.Joining(invitation.Id));
        return new(request.Id, key);
    }

    public static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
