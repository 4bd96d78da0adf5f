using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shared.Data;
using Shared.Live;
using Shared.Meetings.CarryingOver;
using Shared.Registration.Replies.Files;

namespace Shared.Registration.Replies;

public static class ReplySets
{
    /// <summary>What a reply link's token is made for.</summary>
    public const string Purpose = "reply/v1";

    public static DbSet<Reply> Replies(this EventDb db) => db.Set<Reply>();
    public static DbSet<ReplyChange> ReplyChanges(this EventDb db) => db.Set<ReplyChange>();

    /// <summary>Whom a unit's form shows: those who come, and those whom its 不参加 cancelled, for it may still take that back.</summary>
    internal static IQueryable<Attendee> OfReply(this IQueryable<Attendee> people, Reply reply) => people.Listed(reply.MeetingId).Where(a => a.UnitId == reply.UnitId && a.ErasedAt == null
        && (a.State == AttendeeState.Confirmed || a.State == AttendeeState.OnLeave || (a.State == AttendeeState.Cancelled && reply.DeclinedAt != null && a.StateChangedAt >= reply.DeclinedAt && a.StateReason == reply.DeclineReason)));

    /// <summary>Told after every committed change of a reply.</summary>
    public static LiveTopic Replies(int meetingId) => new("replies", meetingId);

    /// <summary>How the audit trail names a reply.</summary>
    public static string Subject(int replyId) => $"reply:{replyId}";

    public static IServiceCollection AddReplies(this IServiceCollection services) => services
        .AddScoped<TypeReply>().AddScoped<SendReply>().AddScoped<ReplyForm>().AddScoped<ReplyPass>().AddScoped<UnitLinks>().AddScoped<InviteUnits>().AddScoped<NoteChase>()
        .AddScoped<RenewReplyLink>().AddScoped<EndReplyLink>().AddScoped<SaveReplyRules>().AddScoped<ReplyRulesSheet>().AddScoped<ReplyTracking>().AddScoped<DecideChanges>().AddScoped<ChangeRequests>().AddScoped<ICarriedOver, CarriedContacts>().AddScoped<ICarriedOver, CarriedRules>().AddScoped<ICarriedOver, CarriedIntents>()
        .AddScoped<ReplyLinkList>().AddScoped<CountAsReplied>().AddScoped<RevealContact>().AddScoped<UnitWishes>()
        .AddScoped<UnitWorkbook>().AddScoped<ReturnedReplies>().AddScoped<TakeReplyFiles>();
}
