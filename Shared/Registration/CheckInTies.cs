using Shared.Data;

namespace Shared.Registration;

/// <summary>What the check-in keeps for a person; changed with the registration, inside the caller's transaction.</summary>
public interface ICheckInTies : IArrivalCheck
{
    /// <summary>Those of the people who hold a valid badge.</summary>
    Task<IReadOnlySet<int>> WithBadgeAsync(EventDb db, IReadOnlyCollection<int> attendeeIds, CancellationToken stop = default);

    /// <summary>Makes the person's badge worthless; passes over who has none.</summary>
    Task RevokeBadgeAsync(EventDb db, int attendeeId, string reason, CancellationToken stop = default);

    /// <summary>Invites a person to every checkpoint to which another was invited by name.</summary>
    Task PassInvitationsAsync(EventDb db, int fromId, int toId, CancellationToken stop = default);

    /// <summary>To be called once the transaction is committed.</summary>
    void Tell(int meetingId);
}
