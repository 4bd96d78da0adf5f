using System.Buffers.Binary;
using System.Text;

namespace Bench.Circuits;

/// <summary>Reads MessagePack from one whole message, front to back.</summary>
ref struct PackReader(ReadOnlySpan<byte> message)
{
    ReadOnlySpan<byte> rest = message;

    public readonly bool AtEnd => rest.IsEmpty;

    public int Array() => Count(0x90, 0xdc, 0xdd);

    public int Map() => Count(0x80, 0xde, 0xdf);

    public bool TryNil()
    {
        if (rest[0] != 0xc0) return false;
        rest = rest[1..];
        return true;
    }

    public bool Bool() => Next() switch { 0xc3 => true, 0xc2 => false, var other => throw Unexpected(other) };

    public long Int() => Next() switch
    {
        < 0x80 and var small => small,
        >= 0xe0 and var negative => (sbyte)negative,
        0xcc => Take(1)[0],
        0xcd => BinaryPrimitives.ReadUInt16BigEndian(Take(2)),
        0xce => BinaryPrimitives.ReadUInt32BigEndian(Take(4)),
        0xcf or 0xd3 => BinaryPrimitives.ReadInt64BigEndian(Take(8)),
        0xd0 => (sbyte)Take(1)[0],
        0xd1 => BinaryPrimitives.ReadInt16BigEndian(Take(2)),
        0xd2 => BinaryPrimitives.ReadInt32BigEndian(Take(4)),
        var other => throw Unexpected(other),
    };

    public string? Text() => TryNil() ? null : Encoding.UTF8.GetString(Take(TextLength()));

    public ReadOnlySpan<byte> Binary() => Take(Next() switch { 0xc4 => Length(1), 0xc5 => Length(2), 0xc6 => Length(4), var other => throw Unexpected(other) });

    /// <summary>Passes over one value of any kind.</summary>
    public void Skip()
    {
        switch (rest[0])
        {
            case 0xc0 or 0xc2 or 0xc3: Next(); break;
            case 0xca: Take(5); break;
            case 0xcb: Take(9); break;
            case 0xc4 or 0xc5 or 0xc6: Binary(); break;
            case >= 0xa0 and < 0xc0 or 0xd9 or 0xda or 0xdb: Take(TextLength()); break;
            case >= 0x90 and < 0xa0 or 0xdc or 0xdd: SkipMany(Array()); break;
            case >= 0x80 and < 0x90 or 0xde or 0xdf: SkipMany(2 * Map()); break;
            default: Int(); break;
        }
    }

    void SkipMany(int count)
    {
        for (var i = 0; i < count; i++) Skip();
    }

    int TextLength() => Next() switch
    {
        >= 0xa0 and < 0xc0 and var small => small & 0x1f,
        0xd9 => Length(1),
        0xda => Length(2),
        0xdb => Length(4),
        var other => throw Unexpected(other),
    };

    int Count(byte small, byte two, byte four)
    {
        var first = Next();
        if ((first & 0xf0) == small) return first & 0x0f;
        return first == two ? Length(2) : first == four ? Length(4) : throw Unexpected(first);
    }

    int Length(int bytes)
    {
        var length = 0;
        foreach (var one in Take(bytes)) length = (length << 8) | one;
        return length;
    }

    byte Next() => Take(1)[0];

    ReadOnlySpan<byte> Take(int count)
    {
        if ((uint)count > (uint)rest.Length) throw new InvalidDataException("The message ends too early.");
        var taken = rest[..count];
        rest = rest[count..];
        return taken;
    }

    static InvalidDataException Unexpected(byte found) => new($"0x{found:x2} does not belong here.");
}
