using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;

namespace EventApp.Access;

/// <summary>Notes in the audit trail that an account's owner came in, however they did.</summary>
sealed class RecordSignIn(EventDb db, AuditTrail audit)
{
    /// <param name="meetingId">Where they came in to one meeting alone.</param>
    public async Task RunAsync(IdentityUser user, int? meetingId = null)
    {
        var name = await db.Accounts().Where(a => a.UserId == user.Id).Select(a => a.DisplayName).SingleOrDefaultAsync();
        await audit.AddAsync(name ?? user.UserName!, "sign-in", user.UserName, meetingId);
    }
}
