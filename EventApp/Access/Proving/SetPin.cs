using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;
using Shared.Meetings;

namespace EventApp.Access.Proving;

enum SetPinResult { Done = 1, WrongProof, NotStaff, NotSixDigits, Guessable, Differ }

/// <summary>Sets the PIN with which somebody takes a desk over; whoever joined proves it with the old one, whoever has a password with that.</summary>
sealed class SetPin(ProveAgain prove, CheckPin check, IDbContextFactory<EventDb> dbs, AuditTrail audit)
{
    public async Task<SetPinResult> RunAsync(ClaimsPrincipal who, string? proof, string pin)
    {
        if (who.FindFirstValue(ClaimTypes.NameIdentifier) is not { } userId) return SetPinResult.WrongProof;
        await using var db = await dbs.CreateDbContextAsync();
        var account = await db.Accounts().AsNoTracking().SingleAsync(a => a.UserId == userId);
        var phones = await db.Staff().Where(s => s.UserId == userId).Select(s => s.Phone).ToListAsync();
        if (phones.Count == 0) return SetPinResult.NotStaff;
        if (!Pin.IsWellFormed(pin)) return SetPinResult.NotSixDigits;
        if (phones.Any(phone => Pin.IsGuessable(pin, phone))) return SetPinResult.Guessable;
        var proved = account.Joined ? await check.RunAsync(userId, proof) == CheckPinResult.Right : await prove.RunAsync(who, proof) is not null;
        if (!proved) return SetPinResult.WrongProof;
        var hash = Pin.Hash(pin);
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Accounts().Where(a => a.UserId == userId).SetPinAsync(hash);
        await audit.AddAsync(db, account.DisplayName, "pin-set", await db.Users.Where(u => u.Id == userId).Select(u => u.UserName).SingleAsync(), await AccountList.OnlyMeetingAsync(db, userId), null);
        await transaction.CommitAsync();
        return SetPinResult.Done;
    }
}
