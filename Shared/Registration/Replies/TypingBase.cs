using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shared.Data;
using Shared.Meetings;

namespace Shared.Registration.Replies;

/// <summary>What a group of edits is measured against: as little of the form as they touch, read before the write lock is taken. <see cref="StandsAsync"/> tells under the lock whether it still holds.</summary>
sealed class TypingBase
{
    readonly Dictionary<string, Attendee> attendees = [];
    readonly Dictionary<string, Dictionary<string, string>> held = [];
    readonly HashSet<string> people = [];

    public required Reply Reply { get; init; }
    public required Dictionary<(string Person, string Field), ReplyDraft> Drafts { get; init; }

    /// <summary>New cards that are in no list yet.</summary>
    public int NewPeople => people.Count(key => key.StartsWith('n') && !attendees.ContainsKey(key));

    public bool Knows(string person) => people.Contains(person);

    public void Add(string person) => people.Add(person);

    public string Held(string person, string field) => held.GetValueOrDefault(person)?.Of(field) ?? "";

    public bool IsListed(string person) => person.Length == 0 || attendees.ContainsKey(person);

    /// <summary>Null where there is no such reply.</summary>
    public static async Task<TypingBase?> ReadAsync(EventDb db, int replyId, IReadOnlyList<ReplyEdit> edits, CancellationToken stop)
    {
        if (await db.Replies().AsNoTracking().SingleOrDefaultAsync(r => r.Id == replyId, stop) is not { } reply) return null;
        var drafts = await db.Set<ReplyDraft>().AsNoTracking().Where(d => d.ReplyId == replyId).ToDictionaryAsync(d => (d.Person, d.Field), stop);
        var found = new TypingBase { Reply = reply, Drafts = drafts };
        found.held[""] = UnitAnswers.Of(reply);
        foreach (var (person, _) in drafts.Keys.Where(key => key.Person.StartsWith('n'))) found.Add(person);
        if (edits.Select(edit => edit.Person).Where(person => person.Length > 0).Distinct().ToList() is { Count: > 0 } touched) await found.ReadAsync(db, touched, stop);
        return found;
    }

    async Task ReadAsync(EventDb db, List<string> touched, CancellationToken stop)
    {
        var keys = await db.Set<ReplyPerson>().AsNoTracking().Where(p => p.ReplyId == Reply.Id && touched.Contains(p.Key)).ToDictionaryAsync(p => p.AttendeeId, p => p.Key, stop);
        foreach (var key in touched)
            if (key.StartsWith('a') && int.TryParse(key.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var id)) keys.TryAdd(id, key);
        if (keys.Count == 0) return;
        var ids = keys.Keys.ToList();
        var listed = await db.Attendees().AsNoTracking().OfReply(Reply).Include(a => a.Journeys).Include(a => a.Stay).Where(a => ids.Contains(a.Id)).ToListAsync(stop);
        var meeting = MeetingCalendar.View(await db.Meetings().AsNoTracking().SingleAsync(m => m.Id == Reply.MeetingId, stop));
        foreach (var attendee in listed)
        {
            var key = keys[attendee.Id];
            (attendees[key], held[key]) = (attendee, PersonAnswers.Of(attendee, meeting));
            people.Add(key);
        }
    }

    /// <summary>Claims the form for this group inside the caller's transaction; false where somebody else typed, sent or changed a person since it was read.</summary>
    public async Task<bool> StandsAsync(EventDb db, DateTime now, CancellationToken stop)
    {
        foreach (var attendee in attendees.Values)
            if (!await db.Attendees().AnyAsync(a => a.Id == attendee.Id && a.Version == attendee.Version && a.State == attendee.State, stop)) return false;
        var at = UtcDateTime.ToStored(now);
        return await db.Database.ExecuteSqlAsync($"UPDATE Reply SET Version = Version + 1, FilledAt = {at} WHERE Id = {Reply.Id} AND Version = {Reply.Version}", stop) == 1;
    }
}
