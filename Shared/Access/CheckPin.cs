using Microsoft.EntityFrameworkCore;
using Shared.Data;

namespace Shared.Access;

public enum CheckPinResult { Right = 1, Wrong, Locked, NoPin }

/// <summary>Whether a PIN is that of an account. Every try is counted before it is judged, so that many at the same moment are no more than <see cref="MostTries"/>.</summary>
public sealed class CheckPin(IDbContextFactory<EventDb> dbs, AuditTrail audit)
{
    public const int MostTries = 5;

    /// <summary>How long nobody can try after the last wrong one.</summary>
    public static readonly TimeSpan Locks = TimeSpan.FromMinutes(5);

    public async Task<CheckPinResult> RunAsync(string userId, string? pin, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var account = db.Accounts().Where(a => a.UserId == userId && a.DisabledAt == null && a.PinHash != null);
        if (!Pin.IsWellFormed(pin)) return await account.AnyAsync(stop) ? CheckPinResult.Wrong : CheckPinResult.NoPin;
        var (now, until) = (audit.Now, audit.Now + Locks);
        await account.Where(a => a.PinLockedUntil <= now).ExecuteUpdateAsync(set => set.SetProperty(a => a.PinTries, 0).SetProperty(a => a.PinLockedUntil, (DateTime?)null), stop);
        var counted = await account.Where(a => a.PinTries < MostTries && a.PinLockedUntil == null).ExecuteUpdateAsync(set => set
            .SetProperty(a => a.PinTries, a => a.PinTries + 1).SetProperty(a => a.PinLockedUntil, a => a.PinTries + 1 >= MostTries ? until : null), stop);
        if (await account.AsNoTracking().SingleOrDefaultAsync(stop) is not { } found) return CheckPinResult.NoPin;
        if (counted == 0) return CheckPinResult.Locked;
        if (Pin.Fits(found.PinHash, pin!))
        {
            await account.SetPinAsync(found.PinHash, stop);
            return CheckPinResult.Right;
        }
        if (found.PinLockedUntil is null) return CheckPinResult.Wrong;
        await audit.AddAsync(found.DisplayName, "pin-locked", await db.Users.Where(u => u.Id == userId).Select(u => u.UserName).SingleAsync(stop), await AccountList.OnlyMeetingAsync(db, userId, stop), stop: stop);
        return CheckPinResult.Locked;
    }
}

public static class PinWriting
{
    /// <summary>Sets or takes away a PIN; the count of tries begins anew.</summary>
    public static Task<int> SetPinAsync(this IQueryable<Account> accounts, string? hash, CancellationToken stop = default) => accounts.ExecuteUpdateAsync(set => set
        .SetProperty(a => a.PinHash, hash).SetProperty(a => a.PinTries, 0).SetProperty(a => a.PinLockedUntil, (DateTime?)null), stop);
}
