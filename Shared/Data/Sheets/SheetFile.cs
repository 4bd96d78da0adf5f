using System.Security.Cryptography;
using System.Xml;

namespace Shared.Data.Sheets;

public abstract record SheetFileResult
{
    public sealed record Opened(SheetFile File) : SheetFileResult;

    public sealed record Refused(FileRefusal Why) : SheetFileResult;
}

public abstract record SheetResult
{
    public sealed record Filled(Sheet Sheet) : SheetResult;

    public sealed record Refused(FileRefusal Why) : SheetResult;
}

/// <summary>A spreadsheet received from outside, known to be within the limits before anything reads it.</summary>
public sealed class SheetFile
{
    public const int MaxBytes = 5 * 1024 * 1024;
    public const int MaxInflatedBytes = 50 * 1024 * 1024;
    public const int MaxEntries = 100;

    /// <summary>Rows under the header; <see cref="RowsAroundTheTable"/> more are read for titles, header and remarks.</summary>
    public const int MaxRows = 20_000;
    public const int RowsAroundTheTable = 50;
    public const int MaxColumns = 200;

    readonly byte[] bytes;
    readonly XlsxPackage? package;
    readonly Func<byte[], string> readText;

    SheetFile(string name, byte[] bytes, XlsxPackage? package, Func<byte[], string> readText)
    {
        Name = name;
        this.bytes = bytes;
        this.package = package;
        this.readText = readText;
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        VisibleSheets = package is null ? [Path.GetFileNameWithoutExtension(name)] : package.VisibleSheets;
    }

    public string Name { get; }

    public string Sha256 { get; }

    /// <summary>Names in the order of the tabs; a csv file has one, named like the file.</summary>
    public IReadOnlyList<string> VisibleSheets { get; }

    /// <param name="name">File name, used for the sheet's name of a csv only: the bytes decide what it is.</param>
    /// <param name="readText">Turns the bytes of a csv file into text, whatever its charset.</param>
    public static SheetFileResult Open(string name, byte[] bytes, Func<byte[], string> readText)
    {
        if (FileGuard.Check(bytes) is { } why)
            return new SheetFileResult.Refused(why);
        try
        {
            return new SheetFileResult.Opened(new(name, bytes, FileGuard.IsZip(bytes) ? XlsxPackage.Open(bytes) : null, readText));
        }
        catch (Exception problem) when (Refusal(problem) is { } refusal)
        {
            return new SheetFileResult.Refused(refusal);
        }
    }

    /// <summary>Reads no more than the limit from a path or an upload.</summary>
    public static async Task<SheetFileResult> OpenAsync(string name, Stream stream, Func<byte[], string> readText, CancellationToken stop = default)
    {
        var kept = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, stop)) > 0)
        {
            kept.Write(buffer, 0, read);
            if (kept.Length > MaxBytes)
                return new SheetFileResult.Refused(FileRefusal.TooLarge);
        }
        return Open(name, kept.ToArray(), readText);
    }

    /// <param name="rowsRead">Told now and then how many rows have been read.</param>
    public SheetResult Read(string sheet, IProgress<int>? rowsRead = null, CancellationToken stop = default)
    {
        try
        {
            if (!VisibleSheets.Contains(sheet))
                return new SheetResult.Refused(FileRefusal.NoSuchSheet);
            var rows = new RowCollector(rowsRead, stop);
            return new SheetResult.Filled(package is null
                ? CsvSheet.Read(sheet, readText(bytes), rows)
                : package.Read(sheet, rows));
        }
        catch (Exception problem) when (Refusal(problem) is { } refusal)
        {
            return new SheetResult.Refused(refusal);
        }
    }

    /// <summary>A sheet that its maker put out of sight; null where the file has none of that name, or it cannot be read.</summary>
    public Sheet? ReadHidden(string sheet, CancellationToken stop = default)
    {
        try
        {
            return package?.HasHidden(sheet) == true ? package.Read(sheet, new(null, stop), hidden: true) : null;
        }
        catch (Exception problem) when (Refusal(problem) is not null)
        {
            return null;
        }
    }

    // The last three are what the zip library makes of numbers that no file should hold.
    static FileRefusal? Refusal(Exception problem) => problem switch
    {
        SheetRefusedException refused => refused.Refusal,
        XmlException or InvalidDataException or EndOfStreamException => FileRefusal.Damaged,
        ArgumentException or OverflowException or NotSupportedException => FileRefusal.Damaged,
        _ => null,
    };
}
