namespace Bench.Circuits;

/// <summary>Cuts a stream of bytes into hub messages: each is led by its length, seven bits a byte, low bits first.</summary>
sealed class HubFrames
{
    const int MostLengthBytes = 5;

    byte[] kept = new byte[16 << 10];
    int start, end;

    /// <summary>Room for the next bytes received; tell how many came with <see cref="Received"/>.</summary>
    public Memory<byte> Room()
    {
        if (start == end) start = end = 0;
        if (kept.Length - end < 4096)
        {
            var larger = end - start > kept.Length / 2 ? new byte[kept.Length * 2] : kept;
            Buffer.BlockCopy(kept, start, larger, 0, end - start);
            (kept, end, start) = (larger, end - start, 0);
        }
        return kept.AsMemory(end);
    }

    public void Received(int count) => end += count;

    /// <summary>The next whole message; it stays valid until <see cref="Room"/> is asked for again.</summary>
    public bool TryNext(out ReadOnlySpan<byte> message)
    {
        message = default;
        int length = 0, at = 0;
        do
        {
            if (start + at >= end) return false;
            if (at == MostLengthBytes) throw new InvalidDataException("A message's length takes at most five bytes.");
            length |= (kept[start + at] & 0x7f) << (7 * at);
        }
        while ((kept[start + at++] & 0x80) != 0);
        if (end - start - at < length) return false;
        message = kept.AsSpan(start + at, length);
        start += at + length;
        return true;
    }

    /// <summary>The message with its length before it.</summary>
    public static byte[] Frame(ReadOnlySpan<byte> message)
    {
        Span<byte> lead = stackalloc byte[MostLengthBytes];
        var (at, length) = (0, message.Length);
        do
        {
            lead[at++] = (byte)((length & 0x7f) | (length > 0x7f ? 0x80 : 0));
            length >>= 7;
        }
        while (length > 0);
        return [.. lead[..at], .. message];
    }
}
