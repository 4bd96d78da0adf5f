using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;
using Shared.Live;

namespace Shared.Registration;

/// <summary>Opens a person's own page by its link and remembers when that first happened.</summary>
public sealed class OpenAttendeeLink(IDbContextFactory<EventDb> dbs, AttendeeByLink byLink, LiveUpdates live, TimeProvider clock)
{
    /// <summary>False where the link does not work.</summary>
    public async Task<bool> RunAsync(int linkId, string? token, CancellationToken stop = default)
    {
        if (await byLink.ReadAsync(linkId, token, stop) is not { } owner) return false;
        await using var db = await dbs.CreateDbContextAsync(stop);
        var first = db.AttendeeLinks().Where(l => l.Id == linkId && l.OpenedAt == null);
        if (!await first.AnyAsync(stop)) return true;
        var now = clock.GetUtcNow().UtcDateTime;
        if (await first.ExecuteUpdateAsync(set => set.SetProperty(l => l.OpenedAt, now), stop) > 0) live.Tell(RegistrationSets.Roster(owner.MeetingId));
        return true;
    }
}

public enum AnswerByLinkResult
{
    Recorded = 1,

    /// <summary>The link does not work, or the person does not come.</summary>
    Closed,

    /// <summary>Not one of the separate consents, or neither yes nor no.</summary>
    NotAsked,
}

/// <summary>Writes what a person answers on their own page to one of the separate consents; only the person holds the link.</summary>
public sealed class AnswerByLink(AttendeeByLink byLink, RecordConsent record)
{
    /// <summary>The consents a person gives alone; the notice is for all.</summary>
    public static IReadOnlyList<ConsentPurpose> Asked { get; } = [ConsentPurpose.PublishedList, ConsentPurpose.PublicScreen, ConsentPurpose.Photograph];

    public async Task<AnswerByLinkResult> RunAsync(int linkId, string? token, ConsentPurpose purpose, ConsentState state, CancellationToken stop = default)
    {
        if (await byLink.ReadAsync(linkId, token, stop) is not { Comes: true } owner) return AnswerByLinkResult.Closed;
        if (!Asked.Contains(purpose) || state is not (ConsentState.Yes or ConsentState.No)) return AnswerByLinkResult.NotAsked;
        // The trail cannot be blanked of who did it, so it names the person by number.
        var done = await record.RunAsync(owner.MeetingId, owner.AttendeeId, purpose, state, ConsentSource.OwnPage, RegistrationSets.Subject(owner.AttendeeId), stop);
        return done ? AnswerByLinkResult.Recorded : AnswerByLinkResult.Closed;
    }
}
