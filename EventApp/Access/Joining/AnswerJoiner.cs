using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;
using Shared.Live;
using Shared.Meetings;
using Shared.Meetings.Joining;

namespace EventApp.Access.Joining;

enum AnswerJoinerResult { Done = 1, NotYours, Gone, Taken }

/// <summary>An organiser says that the phone is that person's, or that it is not. Accepting makes the account, with the roles said, and refuses every other phone that asked for the name.</summary>
sealed class AnswerJoiner(IServiceScopeFactory scopes, AuditTrail audit, LiveUpdates live)
{
    const string Letters = "23456789abcdefghjkmnpqrstuvwxyz";
    const int SuffixLength = 4;

    public async Task<AnswerJoinerResult> AcceptAsync(int meetingId, int requestId, IReadOnlyList<string> roles, ClaimsPrincipal by)
    {
        if (!by.Holds(meetingId, Roles.Organiser) || roles.Contains(Roles.Organiser)) return AnswerJoinerResult.NotYours;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<EventDb>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await WaitingAsync(db, meetingId, requestId) is not var (request, person)) return AnswerJoinerResult.Gone;
        if (person.UserId is { } known && await db.Accounts().AnyAsync(a => a.UserId == known && (!a.Joined || a.PinHash != null || a.DisabledAt != null))) return AnswerJoinerResult.Taken;
        person.UserId ??= await MakeAccountAsync(scope.ServiceProvider, person, [.. roles.Select(role => new Grant(role, meetingId))]);
        await db.SaveChangesAsync();
        await db.Accounts().Where(a => a.UserId == person.UserId).SetPinAsync(request.PinHash);
        await db.Set<JoinRequest>().Where(r => r.StaffMemberId == person.Id && r.AnsweredAt == null).ExecuteUpdateAsync(set => set.SetProperty(r => r.AnsweredAt, audit.Now).SetProperty(r => r.Accepted, r => r.Id == requestId));
        await audit.AddAsync(db, by.DisplayName(), "join-accepted", $"staff:{person.Id}", meetingId, request.Device);
        await transaction.CommitAsync();
        live.Tell(MeetingsSets.Joining(meetingId));
        return AnswerJoinerResult.Done;
    }

    public async Task<AnswerJoinerResult> RefuseAsync(int meetingId, int requestId, ClaimsPrincipal by)
    {
        if (!by.Holds(meetingId, Roles.Organiser)) return AnswerJoinerResult.NotYours;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<EventDb>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await WaitingAsync(db, meetingId, requestId) is not var (request, person)) return AnswerJoinerResult.Gone;
        request.AnsweredAt = audit.Now;
        await db.SaveChangesAsync();
        await audit.AddAsync(db, by.DisplayName(), "join-refused", $"staff:{person.Id}", meetingId, request.Device);
        await transaction.CommitAsync();
        live.Tell(MeetingsSets.Joining(meetingId));
        return AnswerJoinerResult.Done;
    }

    static async Task<(JoinRequest Request, StaffMember Person)?> WaitingAsync(EventDb db, int meetingId, int requestId)
    {
        if (await db.Set<JoinRequest>().SingleOrDefaultAsync(r => r.Id == requestId && r.AnsweredAt == null) is not { } request) return null;
        return await db.Staff().SingleOrDefaultAsync(s => s.Id == request.StaffMemberId && s.MeetingId == meetingId && !s.Left) is { } person ? (request, person) : null;
    }

    static async Task<string> MakeAccountAsync(IServiceProvider services, StaffMember person, IReadOnlyList<Grant> grants)
    {
        // Nobody types this name: it is there because a user has one.
        var order = new AccountOrder($"staff-{person.Id}-{RandomNumberGenerator.GetString(Letters, SuffixLength)}", person.Nickname ?? person.Name, grants);
        return await services.GetRequiredService<CreateAccount>().JoinAsync(order);
    }
}
