using System.Text.Json.Serialization;
using Shared.CheckIn.Paper;

namespace Shared.CheckIn;

/// <param name="Count">What is still to be given, or what was given where nothing is left.</param>
/// <param name="CollectedBy">The colleague who collected it (代领).</param>
public sealed record ShownHandout(int ItemId, string Item, int Count, bool Done, long? HandoutId, string? CollectedBy);

/// <summary>What the desk sees beside a verdict. Each piece comes from the feature that knows it; null where there is none.</summary>
public sealed record ShownAtScan
{
    public string? Seat { get; set; }
    public string? Table { get; set; }
    public string? Trip { get; set; }
    public int? SigningRound { get; set; }
    public string? Liaison { get; set; }
    public IReadOnlyList<ShownHandout> Handouts { get; set; } = [];

    /// <summary>Page and line of the paper sheet to sign, in the caller's language.</summary>
    public string? Sheet { get; set; }

    [JsonIgnore]
    public SheetLine? Line { get; set; }
    public string? Note { get; set; }

    /// <summary>What people see where nobody of the staff stands: the way, and nothing about them.</summary>
    public ShownAtScan ForGuests() => new() { Seat = Seat, Table = Table, Trip = Trip };
}

/// <summary>Whom a verdict is about and where.</summary>
public readonly record struct ShowAsk(int MeetingId, int CheckpointId, int AttendeeId);

/// <summary>
/// Adds its pieces to what a verdict shows. Asked after the commit; it only reads, and what it throws or is late with is left out.
/// </summary>
public interface IShowAtScan
{
    ValueTask AddAsync(ShowAsk ask, ShownAtScan shown, CancellationToken stop);
}
