using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;
using Shared.Meetings;

namespace EventApp.Access;

/// <summary>Says which white shirt an account belongs to: their units are then theirs on every page.</summary>
sealed class TieToStaff(IDbContextFactory<EventDb> dbs, AuditTrail audit)
{
    /// <param name="staffId">Null takes the tie away.</param>
    /// <returns>False where who asks is no organiser here, or the account has nothing to do here, or the person is none of this meeting's staff or has an account.</returns>
    public async Task<bool> RunAsync(string userId, int meetingId, int? staffId, ClaimsPrincipal by)
    {
        if (!by.Holds(meetingId, Roles.Organiser)) return false;
        await using var db = await dbs.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (!await AccountList.Reaching(db, meetingId).AnyAsync(a => a.UserId == userId)) return false;
        var before = await db.Staff().Where(s => s.MeetingId == meetingId && s.UserId == userId).SingleOrDefaultAsync();
        if (before?.Id == staffId) return true;
        var person = staffId is null ? null : await db.Staff().SingleOrDefaultAsync(s => s.Id == staffId && s.MeetingId == meetingId && !s.Left);
        if (staffId is not null && person is not { UserId: null }) return false;
        before?.UserId = null;
        await db.SaveChangesAsync();
        person?.UserId = userId;
        await db.SaveChangesAsync();
        await audit.AddAsync(db, by.DisplayName(), "account-tied", await db.Users.Where(u => u.Id == userId).Select(u => u.UserName).SingleAsync(), meetingId, person?.Name);
        await transaction.CommitAsync();
        return true;
    }
}
