using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Shared.Meetings;

/// <summary>The first 16 bytes of SHA-256 over what is shown of one subject, each part with its length, so that no two lists of parts run together.</summary>
public static class Fingerprint
{
    public const int Bytes = 16;

    public static byte[] Of(params ReadOnlySpan<string?> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[4];
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part ?? "");
            BinaryPrimitives.WriteInt32LittleEndian(length, part is null ? -1 : bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }
        return hash.GetHashAndReset()[..Bytes];
    }
}

public static class ShownItems
{
    /// <summary>How many of the recorded items came, went or say something else now.</summary>
    public static int ChangesUntil(this IReadOnlyList<ShownItem> recorded, IReadOnlyList<ShownItem> now)
    {
        var before = recorded.ToDictionary(item => (item.Subject, item.SubjectId));
        var same = now.Count(item => before.TryGetValue((item.Subject, item.SubjectId), out var was) && was.Fingerprint.AsSpan().SequenceEqual(item.Fingerprint));
        return Math.Max(recorded.Count, now.Count) - same;
    }
}
