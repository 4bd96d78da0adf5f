using Shared.CheckIn.Writing;

namespace Shared.CheckIn;

/// <param name="Item">Its name; with <paramref name="CheckpointId"/> there or where that implies it, else where the person was last recorded.</param>
/// <param name="Count">Null gives all that is left.</param>
/// <param name="CollectedBy">The colleague who collects it (代领).</param>
public sealed record HandoutAsk(int AttendeeId, string? Item, int? Count, int? CheckpointId, string? CollectedBy, Guid? Nonce)
{
    /// <summary>Tells two items of one name apart; with it the name may be left out.</summary>
    public int? ItemId { get; init; }
}

public sealed record HandoutResult(long HandoutId, string Item, int Count, DateTime GivenAt, string? CollectedBy);

public sealed record UndoHandoutResult(long HandoutId, DateTime UndoneAt);

/// <summary>Hands an item over, or a part of it; never more than there is for one person.</summary>
public sealed class GiveHandout(CheckInWriter writer)
{
    /// <exception cref="CannotRecord" />
    public async Task<DeskResult<HandoutResult>> RunAsync(CallerAsk caller, HandoutAsk ask)
    {
        if (ask.Nonce is null || (ask.Item is null ? ask.ItemId is null : string.IsNullOrWhiteSpace(ask.Item)) || ask.Count is < 1 or > HandoutItem.MostCount || ask.CollectedBy?.Length > Registration.Attendee.NameLength) return DeskRefusal.Malformed;
        return await writer.RunAsync(turn => HandoutRows.Give(turn, caller, ask));
    }
}

/// <summary>Takes a hand-over back. Asked again it answers the same.</summary>
public sealed class UndoHandout(CheckInWriter writer)
{
    /// <exception cref="CannotRecord" />
    public Task<DeskResult<UndoHandoutResult>> RunAsync(CallerAsk caller, int attendeeId, long handoutId) =>
        writer.RunAsync(turn => HandoutRows.TakeBack(turn, caller, attendeeId, handoutId));
}
