using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;
using Shared.Meetings;
using Shared.Meetings.CarryingOver;

namespace Shared.Registration.Replies;

/// <summary>对接意向: what each organisation needed, offered and whom it wanted to meet, typed into the new reply's form and not sent: the unit says whether it still stands.</summary>
sealed class CarriedIntents(TimeProvider clock) : ICarriedOver
{
    static readonly string[] Questions = [ReplyFields.Need, ReplyFields.Achievement, ReplyFields.WantsToMeet];

    public string Word => "intents";
    public int Order => 50;

    public Task<int> CountAsync(EventDb db, Meeting from, CancellationToken stop) => Known(db, from).CountAsync(stop);

    public async Task<CarriedCount> CopyAsync(EventDb db, Meeting from, Meeting to, CancellationToken stop)
    {
        var known = await Known(db, from).AsNoTracking().Include(r => r.Unit).ToDictionaryAsync(r => r.Unit!.OrganisationId, stop);
        var replies = await db.Replies().Where(r => r.MeetingId == to.Id).ToDictionaryAsync(r => r.UnitId, stop);
        var said = (await db.Set<ReplyDraft>().Where(d => d.Person == "" && Questions.Contains(d.Field)).Select(d => d.ReplyId).Distinct().ToListAsync(stop)).ToHashSet();
        var copied = 0;
        foreach (var unit in await db.Units().AsNoTracking().Where(u => u.MeetingId == to.Id && known.Keys.Contains(u.OrganisationId)).ToListAsync(stop))
        {
            if (!replies.TryGetValue(unit.Id, out var reply)) db.Add(reply = new() { MeetingId = to.Id, UnitId = unit.Id, Nonce = LinkKey.NewNonce(), MadeAt = clock.GetUtcNow().UtcDateTime });
            if (said.Contains(reply.Id) || reply.RepliedAt is not null) continue;
            await db.SaveChangesAsync(stop);
            foreach (var (field, text) in UnitAnswers.Of(known[unit.OrganisationId]).Where(answer => Questions.Contains(answer.Key)))
                db.Add(new ReplyDraft { ReplyId = reply.Id, Person = "", Field = field, Text = text, Editor = $"{from.Year}", TypedAt = clock.GetUtcNow().UtcDateTime });
            copied++;
        }
        await db.SaveChangesAsync(stop);
        return copied;
    }

    static IQueryable<Reply> Known(EventDb db, Meeting from) => db.Replies().Where(r => r.MeetingId == from.Id && (r.Need != null || r.Achievement != null || r.WantsToMeet != null));
}
