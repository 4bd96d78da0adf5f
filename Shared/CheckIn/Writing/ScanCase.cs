namespace Shared.CheckIn.Writing;

/// <summary>One scan as it is decided: what was asked, in the form in which it is looked up and stored.</summary>
sealed record ScanCase
{
    public required int CheckpointId { get; init; }

    /// <summary>As typed and mapped; null where the person was chosen.</summary>
    public string? Code { get; init; }
    public int? AttendeeId { get; init; }
    public Guid? Nonce { get; init; }
    public byte[]? NonceBytes { get; init; }
    public byte[]? Content { get; init; }
    public ScanDirection? Direction { get; init; }
    public string? Override { get; init; }
    public required ScanSource Source { get; init; }

    /// <summary>What the station's clock said, corrected by its offset; null online.</summary>
    public DateTime? OfflineAt { get; init; }
    public DateTime? ContactAt { get; init; }

    /// <summary>The time written on paper; null decides by the server's clock.</summary>
    public DateTime? WrittenAt { get; init; }

    public static ScanCase Of(ScanAsk ask, BadgeKey key)
    {
        var code = ask.Code is null ? null : BadgeKey.Read(ask.Code);
        return new ScanCase
        {
            CheckpointId = ask.CheckpointId, Code = code, AttendeeId = ask.AttendeeId, Direction = ask.Direction, Override = ask.Override?.Trim(),
            Source = code is null ? ScanSource.Search : ScanSource.Badge, Nonce = ask.Nonce, NonceBytes = Bytes(ask.Nonce),
            Content = key.Content($"{code}|{ask.AttendeeId}|{ask.CheckpointId}|{(int?)ask.Direction}"), OfflineAt = ask.OfflineAt,
            ContactAt = ask.ContactAt?.UtcDateTime,
        };
    }

    public static byte[]? Bytes(Guid? nonce) => nonce?.ToByteArray(bigEndian: true);
}
