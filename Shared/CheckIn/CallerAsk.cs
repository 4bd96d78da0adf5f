namespace Shared.CheckIn;

/// <summary>Who asks: a station by its token, or a signed-in person.</summary>
public readonly record struct CallerAsk
{
    CallerAsk(byte[]? token, int meetingId, string? name) => (TokenHash, MeetingId, Name) = (token, meetingId, name);

    public byte[]? TokenHash { get; }
    public int MeetingId { get; }
    public string? Name { get; }

    public static CallerAsk Station(byte[] tokenHash) => new(tokenHash, 0, null);
    public static CallerAsk Person(int meetingId, string name) => new(null, meetingId, name);
}
