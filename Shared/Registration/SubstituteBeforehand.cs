using Microsoft.EntityFrameworkCore;
using Shared.Chinese;
using Shared.Data;
using Shared.Live;
using Shared.Meetings;

namespace Shared.Registration;

public sealed record SubstituteEntry(string? Name, string? Post, string? Phone);

public abstract record SubstituteBeforehandResult
{
    public sealed record Replaced(int Id) : SubstituteBeforehandResult;

    /// <summary>Nothing was written; what was wrong, field by field.</summary>
    public sealed record Refused(IReadOnlyList<FieldProblem> Problems) : SubstituteBeforehandResult;

    /// <summary>The person is here: whoever comes instead is a person of their own.</summary>
    public sealed record HasArrived : SubstituteBeforehandResult;

    /// <summary>Not a person of this meeting who comes; a substitute may have been named already.</summary>
    public sealed record NothingToDo : SubstituteBeforehandResult;
}

/// <summary>替会 before the day: somebody else takes a registered person's place. Whose own page had a link hands it to nobody: the substitute gets one.</summary>
public sealed class SubstituteBeforehand(IDbContextFactory<EventDb> dbs, PlaceTaking places, LiveUpdates live, MakeAttendeeLinks links)
{
    public async Task<SubstituteBeforehandResult> RunAsync(int meetingId, int attendeeId, SubstituteEntry entry, string who, CancellationToken stop = default)
    {
        entry = new(TextNormal.PersonName(entry.Name), TextNormal.Line(entry.Post) is { Length: > 0 } post ? post : null, string.IsNullOrWhiteSpace(entry.Phone) ? null : entry.Phone);
        if (Problems(entry).ToList() is { Count: > 0 } problems) return new SubstituteBeforehandResult.Refused(problems);
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var coming = db.Attendees().Include(a => a.Journeys).Include(a => a.Stay).AsSplitQuery().Known(meetingId).Where(a => a.State == AttendeeState.Confirmed || a.State == AttendeeState.OnLeave);
        if (await coming.SingleOrDefaultAsync(a => a.Id == attendeeId, stop) is not { } original || await db.Attendees().AnyAsync(a => a.SubstitutesForId == attendeeId, stop)) return new SubstituteBeforehandResult.NothingToDo();
        if (await places.HasArrivedAsync(db, attendeeId, stop)) return new SubstituteBeforehandResult.HasArrived();
        var substitute = TakenPlace.Take(original, entry.Name!, entry.Post, entry.Phone is { } phone ? PhoneEntry.Read(phone) : null, places.Audit.Now);
        await places.StoreAsync(db, original, substitute, who, stop);
        var hasLink = await db.AttendeeLinks().AnyAsync(l => l.AttendeeId == original.Id, stop);
        await transaction.CommitAsync(stop);
        live.Tell(RegistrationSets.Roster(meetingId));
        places.Tell(meetingId);
        if (hasLink) await links.RunAsync(meetingId, [substitute.Id], who, stop);
        return new SubstituteBeforehandResult.Replaced(substitute.Id);
    }

    static IEnumerable<FieldProblem> Problems(SubstituteEntry entry)
    {
        if (string.IsNullOrEmpty(entry.Name)) yield return new(nameof(entry.Name), "Missing");
        else if (entry.Name.Length > Attendee.NameLength) yield return new(nameof(entry.Name), "TooLong", Attendee.NameLength);
        if (entry.Post?.Length > Attendee.PostLength) yield return new(nameof(entry.Post), "TooLong", Attendee.PostLength);
        if (entry.Phone is not null && PhoneEntry.Read(entry.Phone) is null) yield return new(nameof(entry.Phone), "NotAPhone");
    }
}
