namespace Shared.Access;

/// <summary>What lists show of a number that only a logged click reveals.</summary>
public static class Masked
{
    const int Shown = 4;

    /// <summary>154****1234; short numbers keep their last two digits alone. Null stays null.</summary>
    public static string? Phone(string? phone) => phone switch
    {
        null or "" => null,
        { Length: >= 11 } => $"{phone[..^8]}****{phone[^Shown..]}",
        { Length: > Shown } => $"****{phone[^2..]}",
        _ => "****",
    };
}
