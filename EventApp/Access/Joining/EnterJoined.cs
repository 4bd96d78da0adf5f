using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;
using Shared.Meetings;
using Shared.Meetings.Joining;

namespace EventApp.Access.Joining;

enum JoinerState { Unknown = 1, Waiting, Accepted, Refused }

/// <param name="Name">Whose phone it says to be.</param>
sealed record JoinerView(JoinerState State, string Name);

/// <summary>Signs a phone in as the staff member it was accepted for, or who gave the right PIN, until the meeting's last day is over.</summary>
sealed class EnterJoined(SignInManager<IdentityUser> signIn, EventDb db, RecordSignIn record, TimeProvider clock)
{
    public async Task<JoinerView> ReadAsync(JoinCookie? phone)
    {
        if (phone is null || await FindAsync(phone) is not { } request) return new(JoinerState.Unknown, "");
        var name = await db.Staff().Where(s => s.Id == request.StaffMemberId).Select(s => s.Nickname ?? s.Name).SingleAsync();
        return new(request.AnsweredAt is null ? JoinerState.Waiting : request.Accepted ? JoinerState.Accepted : JoinerState.Refused, name);
    }

    /// <summary>An accepted phone comes in once.</summary>
    public async Task<bool> RunAsync(JoinCookie? phone)
    {
        if (phone is null || await FindAsync(phone) is not { Accepted: true } request) return false;
        if (await db.Set<JoinRequest>().Where(r => r.Id == request.Id).ExecuteDeleteAsync() == 0) return false;
        return await SignInAsync(request.StaffMemberId);
    }

    /// <summary>For who has given their PIN.</summary>
    public async Task<bool> SignInAsync(int staffId)
    {
        var person = await db.Staff().AsNoTracking().SingleOrDefaultAsync(s => s.Id == staffId && !s.Left);
        if (person?.UserId is not { } userId || await db.Users.SingleOrDefaultAsync(u => u.Id == userId) is not { } user) return false;
        if (!await signIn.CanSignInAsync(user)) return false;
        var meeting = await db.Meetings().AsNoTracking().SingleAsync(m => m.Id == person.MeetingId);
        var ends = meeting.EndsAt();
        if (ends <= clock.GetUtcNow().UtcDateTime) return false;
        await signIn.SignInAsync(user, new AuthenticationProperties { IsPersistent = true, AllowRefresh = false, ExpiresUtc = ends });
        await record.RunAsync(user, meeting.Id);
        return true;
    }

    async Task<JoinRequest?> FindAsync(JoinCookie phone)
    {
        var hash = AskToJoin.Hash(phone.Secret);
        return await db.Set<JoinRequest>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == phone.Id && r.KeyHash == hash);
    }
}

/// <summary>Lets somebody who joined before in with their PIN, on whatever phone holds the open code.</summary>
sealed class EnterByPin(CheckPin check, EnterJoined enter, EventDb db)
{
    public async Task<CheckPinResult> RunAsync(int staffId, string? pin)
    {
        if (await db.Staff().Where(s => s.Id == staffId).Select(s => s.UserId).SingleOrDefaultAsync() is not { } userId) return CheckPinResult.NoPin;
        var result = await check.RunAsync(userId, pin);
        return result != CheckPinResult.Right || await enter.SignInAsync(staffId) ? result : CheckPinResult.NoPin;
    }
}
