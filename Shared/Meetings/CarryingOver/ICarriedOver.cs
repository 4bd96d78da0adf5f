using Shared.Data;

namespace Shared.Meetings.CarryingOver;

/// <param name="LeftOut">What has no place in the new meeting.</param>
public readonly record struct CarriedCount(int Copied, int LeftOut = 0)
{
    public static implicit operator CarriedCount(int copied) => new(copied);
}

/// <summary>
/// One kind of thing that a meeting may take over from an earlier one. A room above adds its own by registering one more;
/// its tick is found by <see cref="Word"/> among the texts of the meetings' pages (<c>Carry.units</c>). People are never taken over.
/// </summary>
public interface ICarriedOver
{
    /// <summary>Kebab-case.</summary>
    string Word { get; }

    /// <summary>Lower ones come first: liaisons need the units and the staff.</summary>
    int Order { get; }

    /// <summary>How many there are to take over.</summary>
    Task<int> CountAsync(EventDb db, Meeting from, CancellationToken stop);

    /// <summary>Copies, in the caller's transaction, what is not there yet; how many that were.</summary>
    Task<CarriedCount> CopyAsync(EventDb db, Meeting from, Meeting to, CancellationToken stop);
}
