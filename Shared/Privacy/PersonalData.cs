using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;
using Shared.Registration;

namespace Shared.Privacy;

/// <param name="Field">A word of the program, as the audit trail names fields.</param>
/// <param name="Value">Text, number, yes or no, a day, a UTC moment or a word of the program.</param>
public sealed record HeldLine(string Field, object? Value);

/// <summary>One thing that is held, a journey or a note, line by line.</summary>
public sealed record HeldThing(DateTime? At, IReadOnlyList<HeldLine> Lines);

/// <summary>Things of one kind; the kind is a word of the program.</summary>
public sealed record HeldPart(string Kind, IReadOnlyList<HeldThing> Things);

/// <param name="Unit">Full name.</param>
/// <param name="DietWithheld">A diet is held; whoever asks may not read it.</param>
/// <param name="Merged">Records of the same person that go along when this one is erased.</param>
/// <param name="NameShared">Somebody else of the meeting bears the name: texts of others that hold it cannot be told apart.</param>
public sealed record PersonalDataView(int Id, string Name, string Unit, DateTime? ErasedAt, bool DietWithheld, int Merged, bool NameShared, IReadOnlyList<HeldPart> Parts);

/// <summary>Everything held on one person, in full (PIPL §45). Each reading is written into the audit trail.</summary>
public sealed class PersonalData(IDbContextFactory<EventDb> dbs, AuditTrail audit)
{
    /// <summary>Null where the meeting has no such person.</summary>
    /// <param name="diets">Whether whoever asks reads diets.</param>
    /// <param name="purpose">Word of the place that asked: <c>page</c>, <c>json</c>, <c>xlsx</c>.</param>
    public async Task<PersonalDataView?> RunAsync(int meetingId, int attendeeId, bool diets, string who, string purpose, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        if (await db.AtOneMomentAsync(() => ReadAsync(db, meetingId, attendeeId, diets, stop), stop) is not { } found) return null;
        await audit.AddAsync(who, "person-read", RegistrationSets.Subject(attendeeId), meetingId, purpose, stop);
        return found;
    }

    static async Task<PersonalDataView?> ReadAsync(EventDb db, int meetingId, int attendeeId, bool diets, CancellationToken stop)
    {
        var one = db.Attendees().AsNoTracking().Include(a => a.Unit!.Organisation).Include(a => a.Journeys).Include(a => a.Stay).Include(a => a.Consents).Include(a => a.Import).AsSplitQuery();
        if (await one.Listed(meetingId).SingleOrDefaultAsync(a => a.Id == attendeeId, stop) is not { } a) return null;
        var diet = await db.Diets().AsNoTracking().SingleOrDefaultAsync(d => d.AttendeeId == attendeeId, stop);
        HeldPart[] parts =
        [
            HeldOfPerson.Facts(a), HeldOfPerson.Journeys(a), HeldOfPerson.Stay(a), HeldOfPerson.Diet(diets ? diet : null), HeldOfPerson.Consents(a), await HeldOfPerson.NotesAsync(db, a, stop), await HeldOfPerson.AnswersAsync(db, a, stop),
            await HeldOfWork.BadgesAsync(db, a, stop), await HeldOfWork.ScansAsync(db, a, stop), await HeldOfWork.HandoutsAsync(db, a, stop), await HeldOfWork.InvitationsAsync(db, a, stop), await HeldOfWork.SeatsAsync(db, a, stop), await HeldOfWork.ScenesAsync(db, a, stop), await HeldOfWork.LinksAsync(db, a, stop),
            await HeldOfWork.PrintsAsync(db, a, stop), await HeldOfWork.TrailAsync(db, a, stop),
        ];
        return new(a.Id, a.Name, a.Unit!.Organisation!.FullName, a.ErasedAt, !diets && diet is { Kind: not DietKind.None }, (await ErasePerson.MergedIntoAsync(db, a, stop)).Count,
            await db.Attendees().AnyAsync(other => other.MeetingId == meetingId && other.Id != a.Id && other.Name == a.Name && other.State != AttendeeState.Cancelled, stop), [.. parts.Where(part => part.Things.Count > 0)]);
    }
}
