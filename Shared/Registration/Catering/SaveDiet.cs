using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;
using Shared.Live;

namespace Shared.Registration.Catering;

/// <summary>What one person says of their food. <paramref name="Agreed"/>: they agree that it is kept with their name.</summary>
public sealed record DietEntry(int AttendeeId, DietKind Kind, string? Note, bool Agreed, ConsentSource Source);

public enum SaveDietResult
{
    Saved = 1,

    /// <summary>Nothing is kept of a diet without the person's own agreement.</summary>
    NotAgreed,
    NoteTooLong,
    NoSuchPerson,
}

/// <summary>Enters or changes one person's diet with the consent it is kept under. The audit trail learns that it was set, never what it is.</summary>
public sealed class SaveDiet(IDbContextFactory<EventDb> dbs, AuditTrail audit, LiveUpdates live)
{
    public async Task<SaveDietResult> RunAsync(int meetingId, DietEntry entry, string who, CancellationToken stop = default)
    {
        var note = string.IsNullOrWhiteSpace(entry.Note) || entry.Kind == DietKind.None ? null : entry.Note.Trim();
        if (note?.Length > Diet.NoteLength) return SaveDietResult.NoteTooLong;
        if (!entry.Agreed && entry.Kind != DietKind.None) return SaveDietResult.NotAgreed;
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (!await db.Attendees().Known(meetingId).AnyAsync(a => a.Id == entry.AttendeeId, stop)) return SaveDietResult.NoSuchPerson;
        var diet = await db.Diets().FindAsync([entry.AttendeeId], stop);
        // Who needs nothing is in no table of diets.
        if (entry.Kind == DietKind.None)
        {
            if (diet is not null) db.Remove(diet);
        }
        else
        {
            if (diet is null) db.Add(diet = new Diet { AttendeeId = entry.AttendeeId });
            (diet.Kind, diet.Note, diet.Consent, diet.Source, diet.EnteredAt) = (entry.Kind, note, ConsentState.Yes, entry.Source, audit.Now);
        }
        await db.SaveChangesAsync(stop);
        await audit.AddAsync(db, who, "diet-set", RegistrationSets.Subject(entry.AttendeeId), meetingId, "set", stop);
        await transaction.CommitAsync(stop);
        live.Tell(RegistrationSets.Roster(meetingId));
        return SaveDietResult.Saved;
    }
}

/// <summary>Somebody found by name, to enter what they say.</summary>
public sealed record FoundPerson(int Id, string Name, string Unit);

/// <summary>Those whom a typed text means, for the one who writes down what they eat.</summary>
public sealed class FindEater(IDbContextFactory<EventDb> dbs)
{
    public const int Most = 8;

    public async Task<IReadOnlyList<FoundPerson>> ReadAsync(int meetingId, string? typed, CancellationToken stop = default)
    {
        if (string.IsNullOrWhiteSpace(typed)) return [];
        await using var db = await dbs.CreateDbContextAsync(stop);
        var people = await RosterSearch.NarrowAsync(db, db.Attendees().AsNoTracking().Known(meetingId).Where(a => a.State == AttendeeState.Confirmed || a.State == AttendeeState.OnLeave), meetingId, typed, stop);
        return await people.OrderBy(a => a.ListNo).ThenBy(a => a.Id).Take(Most).Select(a => new FoundPerson(a.Id, a.Name, a.Unit!.Organisation!.ShortName ?? a.Unit.Organisation.FullName)).ToListAsync(stop);
    }

    /// <summary>Null where the meeting has no such person.</summary>
    public async Task<FoundPerson?> ReadAsync(int meetingId, int attendeeId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        return await db.Attendees().Known(meetingId).Where(a => a.Id == attendeeId).Select(a => new FoundPerson(a.Id, a.Name, a.Unit!.Organisation!.ShortName ?? a.Unit.Organisation.FullName)).SingleOrDefaultAsync(stop);
    }
}
