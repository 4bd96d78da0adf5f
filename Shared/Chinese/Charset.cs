using System.Text;
using System.Text.Unicode;

namespace Shared.Chinese;

/// <param name="Name">"utf-8", "utf-16", "utf-16be" or "gb18030".</param>
/// <param name="Replaced">How many pieces could not be read and became U+FFFD; 0 for a sound file.</param>
public sealed record DecodedText(string Text, string Name, int Replaced);

/// <summary>Reads a text file of unknown charset: byte order mark, else strict UTF-8, else GB18030 (which contains GBK and GB2312).</summary>
public static class Charset
{
    static readonly Encoding Chinese = CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"))!;

    public static DecodedText Decode(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, .. var rest] => As(Encoding.UTF8, "utf-8", rest),
        [0x84, 0x31, 0x95, 0x33, .. var rest] => AsChinese(rest),
        [0xFF, 0xFE, .. var rest] => As(Encoding.Unicode, "utf-16", rest),
        [0xFE, 0xFF, .. var rest] => As(Encoding.BigEndianUnicode, "utf-16be", rest),
        _ => Utf8.IsValid(bytes) ? As(Encoding.UTF8, "utf-8", bytes) : AsChinese(bytes),
    };

    /// <exception cref="InvalidDataException">The stream is longer than <paramref name="limit"/> bytes.</exception>
    public static async Task<DecodedText> DecodeAsync(Stream stream, int limit, CancellationToken stop = default)
    {
        using var held = new MemoryStream();
        var piece = new byte[81920];
        for (int read; (read = await stream.ReadAsync(piece, stop)) > 0;)
        {
            if (held.Length + read > limit) throw new InvalidDataException($"The text is longer than {limit} bytes.");
            held.Write(piece, 0, read);
        }
        return Decode(held.GetBuffer().AsSpan(0, (int)held.Length));
    }

    static DecodedText AsChinese(ReadOnlySpan<byte> bytes) => As(Chinese, "gb18030", bytes);

    static DecodedText As(Encoding encoding, string name, ReadOnlySpan<byte> bytes)
    {
        var text = encoding.GetString(bytes);
        return new(text, name, text.Count(c => c == '\uFFFD'));
    }
}
