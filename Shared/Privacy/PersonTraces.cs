using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.CheckIn;
using Shared.Data;
using Shared.Meetings;
using Shared.Registration;
using Shared.Registration.Importing;
using Shared.Registration.Mending;
using Shared.Registration.Proofing;
using Shared.Registration.Replies;
using Shared.Seating;
using Shared.Seating.Scenes;

namespace Shared.Privacy;

/// <summary>Where a person is, beside their own row: what hangs on it goes, what others typed of them is overwritten.</summary>
static class PersonTraces
{
    const string NoNumber = "****";
    const int ShortestName = 2;

    /// <summary>Rows that are the person's own, in every table that refers to them. Arrivals and hand-outs stay, without words.</summary>
    public static async Task OwnAsync(EventDb db, Attendee person, CancellationToken stop)
    {
        var id = person.Id;
        await db.Set<Journey>().Where(j => j.AttendeeId == id).ExecuteDeleteAsync(stop);
        await db.Set<Stay>().Where(s => s.AttendeeId == id).ExecuteDeleteAsync(stop);
        await db.Diets().Where(d => d.AttendeeId == id).ExecuteDeleteAsync(stop);
        await db.Set<Consent>().Where(c => c.AttendeeId == id).ExecuteDeleteAsync(stop);
        await db.AttendeeNotes().Where(n => n.AttendeeId == id).ExecuteDeleteAsync(stop);
        await db.AttendeeGrams().Where(g => g.AttendeeId == id).ExecuteDeleteAsync(stop);
        await db.AttendeeLinks().Where(l => l.AttendeeId == id).ExecuteDeleteAsync(stop);
        await db.TwoPeople().Where(t => t.OneId == id || t.OtherId == id).ExecuteDeleteAsync(stop);
        await db.Set<PendingChange>().Where(c => c.AttendeeId == id).ExecuteDeleteAsync(stop);
        await db.ScenePlaces().Where(p => p.AttendeeId == id).ExecuteDeleteAsync(stop);
        await db.Badges().Where(b => b.AttendeeId == id).ExecuteUpdateAsync(set => set.SetProperty(b => b.RevokedReason, ErasePerson.Reason), stop);
        await db.Scans().Where(s => s.AttendeeId == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.OverrideReason, (string?)null), stop);
        await db.HandoutsGiven().Where(g => g.AttendeeId == id).ExecuteUpdateAsync(set => set.SetProperty(g => g.CollectedBy, (string?)null), stop);
        await db.Placements().Where(p => p.AttendeeId == id).ExecuteDeleteAsync(stop);
        await db.Set<SeatMove>().Where(m => m.AttendeeId == id).ExecuteDeleteAsync(stop);
        await AnswersAsync(db, person, stop);
        await PrintsAsync(db, person, stop);
        await TrailAsync(db, person, stop);
    }

    static async Task AnswersAsync(EventDb db, Attendee person, CancellationToken stop)
    {
        var keys = await KeysAsync(db, person, stop);
        var replies = db.Replies().Where(r => r.MeetingId == person.MeetingId).Select(r => r.Id);
        await db.Set<ReplyDraft>().Where(d => replies.Contains(d.ReplyId) && keys.Contains(d.Person)).ExecuteDeleteAsync(stop);
        await db.ReplyChanges().Where(c => replies.Contains(c.ReplyId) && keys.Contains(c.Person)).ExecuteDeleteAsync(stop);
        await db.Replies().Where(r => r.UnitId == person.UnitId && (r.ContactName == person.Name || (r.ContactPhone != null && r.ContactPhone == person.Phone)))
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.ContactName, (string?)null).SetProperty(r => r.ContactPhone, (string?)null).SetProperty(r => r.ContactConfirmedAt, (DateTime?)null), stop);
    }

    /// <summary>Under which names the reply forms know the person.</summary>
    public static async Task<List<string>> KeysAsync(EventDb db, Attendee person, CancellationToken stop) =>
        [string.Create(CultureInfo.InvariantCulture, $"a{person.Id}"), .. await db.Set<ReplyPerson>().Where(p => p.AttendeeId == person.Id).Select(p => p.Key).ToListAsync(stop)];

    // What was shown of few words can be guessed from its fingerprint.
    static async Task PrintsAsync(EventDb db, Attendee person, CancellationToken stop)
    {
        var badges = db.Badges().Where(b => b.AttendeeId == person.Id).Select(b => (long)b.Id);
        await db.Set<PrintoutItem>().Where(i => (i.Subject == "attendee" && i.SubjectId == person.Id) || (i.Subject == "badge" && badges.Contains(i.SubjectId)))
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.Fingerprint, Array.Empty<byte>()), stop);
    }

    static async Task TrailAsync(EventDb db, Attendee person, CancellationToken stop)
    {
        var scans = await db.Scans().Where(s => s.AttendeeId == person.Id).Select(s => s.Id).ToListAsync(stop);
        List<string> subjects = [RegistrationSets.Subject(person.Id), .. scans.Select(id => string.Create(CultureInfo.InvariantCulture, $"scan:{id}"))];
        await BlankAsync(db, await db.AuditEntries().Where(e => subjects.Contains(e.SubjectId!)).Select(e => e.Id).ToListAsync(stop), stop);
    }

    /// <summary>Verification of the trail then says removed, not broken.</summary>
    public static Task<int> BlankAsync(EventDb db, List<long> entries, CancellationToken stop) => db.Set<AuditDetail>().Where(d => entries.Contains(d.EntryId))
        .ExecuteUpdateAsync(set => set.SetProperty(d => d.Details, (string?)null).SetProperty(d => d.Salt, (byte[]?)null), stop);

    /// <summary>After the person's row is empty: of what was read of the unit's names only what others still bear is kept.</summary>
    public static async Task ForgetProofAsync(EventDb db, Attendee person, CancellationToken stop)
    {
        var readings = await db.ProofReadings().Where(r => r.UnitId == person.UnitId).ToListAsync(stop);
        if (readings.Count == 0) return;
        var now = (await ProofSheets.ReadAsync(db, person.MeetingId, [person.UnitId], stop)).SelectMany(unit => unit.Shown()).Select(item => Convert.ToHexString(item.Fingerprint)).ToHashSet();
        foreach (var reading in readings) reading.Shown = [.. reading.Shown.Chunk(Fingerprint.Bytes).Where(shown => now.Contains(Convert.ToHexString(shown))).SelectMany(shown => shown)];
        await db.SaveChangesAsync(stop);
    }

    /// <summary>What to overwrite in texts of others; a name or number that somebody else of the meeting bears too is left, for it may mean them.</summary>
    public static async Task<List<Overwrite>> OverwritesAsync(EventDb db, IReadOnlyList<Attendee> all, CancellationToken stop)
    {
        var (meeting, ids, traces) = (all[0].MeetingId, all.Select(a => a.Id).ToList(), new List<Overwrite>());
        var others = db.Attendees().Where(a => a.MeetingId == meeting && !ids.Contains(a.Id));
        foreach (var name in all.Select(a => a.Name).Where(name => name.Length >= ShortestName).Distinct())
            if (!await others.AnyAsync(a => a.Name == name, stop)) traces.Add(new(name, Attendee.ErasedName(all[0].Id)));
        foreach (var number in all.Select(a => a.Phone).OfType<string>().Distinct())
            if (!await others.AnyAsync(a => a.Phone == number, stop)) traces.AddRange(Spellings(number));
        // A colleague's number that the clerk entered is the colleague's wherever else it stands.
        foreach (var number in all.Select(a => a.ContactPhone).OfType<string>().Distinct())
            if (!await others.AnyAsync(a => a.Phone == number || a.ContactPhone == number, stop) && !await db.Replies().AnyAsync(r => r.MeetingId == meeting && r.ContactPhone == number, stop)) traces.AddRange(Spellings(number));
        return traces;
    }

    static IEnumerable<Overwrite> Spellings(string number) =>
        (number.Length != 11 ? (string[])[number] : [number, $"{number[..3]} {number[3..7]} {number[7..]}", $"{number[..3]}-{number[3..7]}-{number[7..]}"]).Select(spelt => new Overwrite(spelt, NoNumber));

    /// <summary>Texts of others, entries of the trail that name the person, and the number where it stands as a colleague's contact.</summary>
    public static async Task OfOthersAsync(EventDb db, int meetingId, IReadOnlyList<Overwrite> traces, CancellationToken stop)
    {
        await BlankAsync(db, await TextTraces.EntriesAsync(db, meetingId, traces, stop), stop);
        await TextTraces.OverwriteAsync(db, meetingId, traces, stop);
        var numbers = traces.Where(trace => trace.With == NoNumber).Select(trace => trace.What).ToList();
        foreach (var other in await db.Attendees().Where(a => a.MeetingId == meetingId && numbers.Contains(a.ContactPhone!)).ToListAsync(stop))
        {
            (other.ContactPhone, other.Version) = (null, other.Version + 1);
            await AttendeeIndex.RenewAsync(db, other, stop);
        }
        await db.SaveChangesAsync(stop);
    }
}
