using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;

namespace EventApp.Access;

/// <summary>What somebody tried in vain to prove.</summary>
enum WrongProof { Password = 1, SecondStep, Passkey, PasswordAgain }

/// <summary>Notes in the audit trail that an account's owner came in, however they did, or that somebody tried in vain. The tries are as few as <see cref="SignInTries"/> lets through.</summary>
sealed class RecordSignIn(EventDb db, AuditTrail audit)
{
    /// <param name="meetingId">Where they came in to one meeting alone.</param>
    public async Task RunAsync(IdentityUser user, int? meetingId = null)
    {
        await audit.AddAsync(await NameAsync(user), "sign-in", user.UserName, meetingId ?? await AccountList.OnlyMeetingAsync(db, user.Id));
    }

    /// <param name="user">Null for a name or passkey that is nobody's: the row is written all the same, so that the answer takes as long.</param>
    public async Task RefusedAsync(IdentityUser? user, WrongProof proof)
    {
        var (name, meeting) = user is null ? ("", null) : (await NameAsync(user), await AccountList.OnlyMeetingAsync(db, user.Id));
        await audit.AddAsync(name, proof == WrongProof.Password ? "sign-in-refused" : proof == WrongProof.SecondStep ? "second-step-refused" : proof == WrongProof.Passkey ? "passkey-refused" : "proof-refused", user?.UserName, meeting);
    }

    async Task<string> NameAsync(IdentityUser user) => await db.Accounts().Where(a => a.UserId == user.Id).Select(a => a.DisplayName).SingleOrDefaultAsync() ?? user.UserName!;
}
