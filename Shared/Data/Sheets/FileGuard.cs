using System.IO.Compression;
using System.Text;

namespace Shared.Data.Sheets;

/// <summary>Looks at the bytes alone: what a file is called says nothing about what it is.</summary>
internal static class FileGuard
{
    static ReadOnlySpan<byte> Zip => "PK\x03\x04"u8;

    static ReadOnlySpan<byte> CompoundFile => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    static readonly byte[] EncryptedStream = Encoding.Unicode.GetBytes("EncryptedPackage");

    public static bool IsZip(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Zip);

    public static FileRefusal? Check(byte[] bytes) => bytes switch
    {
        { Length: 0 } => FileRefusal.Empty,
        { Length: > SheetFile.MaxBytes } => FileRefusal.TooLarge,
        _ when bytes.AsSpan().StartsWith(CompoundFile) =>
            bytes.AsSpan().IndexOf(EncryptedStream) >= 0 ? FileRefusal.Encrypted : FileRefusal.OldExcel,
        _ when IsZip(bytes) => CheckZip(bytes),
        _ => IsText(bytes) ? null : FileRefusal.UnknownType,
    };

    // A directory that lies about sizes gains nothing: an entry is inflated no further than it says.
    static FileRefusal? CheckZip(byte[] bytes)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            if (zip.Entries.Count > SheetFile.MaxEntries)
                return FileRefusal.TooManyEntries;
            if (zip.Entries.Sum(entry => Math.Min(entry.Length, SheetFile.MaxInflatedBytes + 1L)) > SheetFile.MaxInflatedBytes)
                return FileRefusal.InflatesTooLarge;
            if (zip.Entries.Any(entry => entry.IsEncrypted))
                return FileRefusal.Encrypted;
            return zip.GetEntry("[Content_Types].xml") is null ? FileRefusal.UnknownType : null;
        }
        catch (InvalidDataException)
        {
            return FileRefusal.Damaged;
        }
    }

    static bool IsText(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("%PDF"u8) || bytes.StartsWith("{\\rtf"u8))
            return false;
        if (bytes.StartsWith(Encoding.Unicode.Preamble) || bytes.StartsWith(Encoding.BigEndianUnicode.Preamble))
            return true;
        var head = bytes[..Math.Min(bytes.Length, 4096)];
        foreach (var value in head)
            if (value < 32 && value is not (9 or 10 or 12 or 13 or 26))
                return false;
        return !LooksLikeMarkup(head);
    }

    // Old systems call a web page with a table ".xls".
    static bool LooksLikeMarkup(ReadOnlySpan<byte> head)
    {
        var start = Encoding.ASCII.GetString(head[..Math.Min(head.Length, 256)]).TrimStart('?', ' ', '\r', '\n', '\t');
        return start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<table", StringComparison.OrdinalIgnoreCase);
    }
}
