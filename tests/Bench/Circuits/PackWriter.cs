using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Bench.Circuits;

/// <summary>Writes the few MessagePack kinds that a circuit's client sends.</summary>
sealed class PackWriter
{
    readonly ArrayBufferWriter<byte> bytes = new();

    public ReadOnlySpan<byte> Written => bytes.WrittenSpan;

    public PackWriter Array(int count)
    {
        if (count < 16) return Raw((byte)(0x90 | count));
        Raw(0xdc);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.GetSpan(2), (ushort)count);
        bytes.Advance(2);
        return this;
    }

    public PackWriter EmptyMap() => Raw(0x80);

    public PackWriter Nil() => Raw(0xc0);

    public PackWriter Bool(bool value) => Raw(value ? (byte)0xc3 : (byte)0xc2);

    public PackWriter Int(long value)
    {
        if (value is >= -32 and < 128) return Raw((byte)value);
        Raw(0xd3);
        BinaryPrimitives.WriteInt64BigEndian(bytes.GetSpan(8), value);
        bytes.Advance(8);
        return this;
    }

    public PackWriter Text(string? value)
    {
        if (value is null) return Nil();
        var length = Encoding.UTF8.GetByteCount(value);
        if (length < 32) Raw((byte)(0xa0 | length));
        else
        {
            Raw(0xdb);
            BinaryPrimitives.WriteUInt32BigEndian(bytes.GetSpan(4), (uint)length);
            bytes.Advance(4);
        }
        bytes.Advance(Encoding.UTF8.GetBytes(value, bytes.GetSpan(length)));
        return this;
    }

    PackWriter Raw(byte value)
    {
        bytes.GetSpan(1)[0] = value;
        bytes.Advance(1);
        return this;
    }
}
