using System.IO.Compression;
using System.Text;
using Shared.Data.Sheets;

namespace Shared.Tests.Data.Sheets;

public sealed class SheetFileTests
{
    static readonly byte[] CompoundFile = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    const int DirectoryHeader = 46;
    const int SizeInDirectoryHeader = 24;
    const int NameLengthInDirectoryHeader = 28;
    const int EndOfDirectory = 22;
    const int StartInEnd = 16;

    static SheetFileResult Open(byte[] bytes) => SheetFile.Open("名单", bytes, Encoding.UTF8.GetString);

    static FileRefusal Refusal(byte[] bytes) => Assert.IsType<SheetFileResult.Refused>(Open(bytes)).Why;

    static SheetFile Opened(byte[] bytes) => Assert.IsType<SheetFileResult.Opened>(Open(bytes)).File;

    static byte[] Zip(params (string Name, int Size)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
            foreach (var (name, size) in entries)
                using (var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open())
                    entry.Write(new byte[size]);
        return stream.ToArray();
    }

    [Fact]
    public void An_old_excel_file_is_refused_by_its_bytes() =>
        Assert.Equal(FileRefusal.OldExcel, Refusal([.. CompoundFile, .. Encoding.Unicode.GetBytes("Workbook")]));

    [Fact]
    public void An_encrypted_workbook_is_told_apart_from_an_old_one() =>
        Assert.Equal(FileRefusal.Encrypted, Refusal([.. CompoundFile, .. new byte[512], .. Encoding.Unicode.GetBytes("EncryptedPackage")]));

    [Fact]
    public void More_than_five_megabytes_are_refused() =>
        Assert.Equal(FileRefusal.TooLarge, Refusal(new byte[SheetFile.MaxBytes + 1]));

    [Fact]
    public async Task An_upload_is_read_no_further_than_the_limit()
    {
        using var endless = new MemoryStream(new byte[SheetFile.MaxBytes * 3]);
        var result = await SheetFile.OpenAsync("大.xlsx", endless, Encoding.UTF8.GetString, TestContext.Current.CancellationToken);
        Assert.Equal(FileRefusal.TooLarge, Assert.IsType<SheetFileResult.Refused>(result).Why);
        Assert.True(endless.Position < SheetFile.MaxBytes + 200_000);
    }

    [Fact]
    public void A_bomb_is_refused_by_its_directory() =>
        Assert.Equal(FileRefusal.InflatesTooLarge, Refusal(Zip(("[Content_Types].xml", 10), ("xl/workbook.xml", SheetFile.MaxInflatedBytes))));

    [Fact]
    public void A_bomb_whose_directory_lies_is_inflated_no_further_than_it_says()
    {
        var name = Encoding.UTF8.GetBytes("xl/worksheets/sheet1.xml");
        var bytes = new TestXlsx().Sheet("名单").Row("姓名").ToArray();
        var bomb = Replace(bytes, "xl/worksheets/sheet1.xml", SheetFile.MaxInflatedBytes + 1);
        BitConverter.TryWriteBytes(bomb.AsSpan(bomb.AsSpan().LastIndexOf(name) - DirectoryHeader + SizeInDirectoryHeader), 1000);
        var result = Opened(bomb).Read("名单", stop: TestContext.Current.CancellationToken);
        Assert.Equal(FileRefusal.Damaged, Assert.IsType<SheetResult.Refused>(result).Why);
    }

    [Fact]
    public void More_than_a_hundred_entries_are_refused() =>
        Assert.Equal(FileRefusal.TooManyEntries, Refusal(Zip([.. Enumerable.Range(0, 101).Select(number => ($"{number}", 1))])));

    [Theory]
    [InlineData("%PDF-1.7"), InlineData("<html><table>"), InlineData("\uFEFF<?xml version=\"1.0\"?>"), InlineData("PNG\0\0")]
    public void What_is_no_table_is_refused(string start) =>
        Assert.Equal(FileRefusal.UnknownType, Refusal(Encoding.UTF8.GetBytes(start)));

    [Fact]
    public void A_zip_that_is_no_workbook_is_refused()
    {
        Assert.Equal(FileRefusal.UnknownType, Refusal(Zip(("照片.jpg", 10))));
        Assert.Equal(FileRefusal.UnknownType, Refusal(Zip(("[Content_Types].xml", 0), ("word/document.xml", 10))));
        Assert.Equal(FileRefusal.Damaged, Refusal([.. "PK\x03\x04"u8, .. new byte[100]]));
        Assert.Equal(FileRefusal.Empty, Refusal([]));
    }

    [Fact]
    public void A_sheet_cut_short_is_damaged()
    {
        var bytes = new TestXlsx().Sheet("名单").Row("姓名").ToArray();
        var cut = Replace(bytes, "xl/worksheets/sheet1.xml", 0, "<worksheet><sheetData><row>"u8.ToArray());
        Assert.Equal(FileRefusal.Damaged, Assert.IsType<SheetResult.Refused>(Opened(cut).Read("名单", stop: TestContext.Current.CancellationToken)).Why);
    }

    [Theory]
    [InlineData("""<row r="5"/><row r="5"><c t="str"><v>x</v></c></row>"""), InlineData("""<row r="0"/>"""), InlineData("""<row r="1048577"/>""")]
    public void Rows_that_no_spreadsheet_numbers_so_are_damage(string rows)
    {
        var odd = Replace(new TestXlsx().Sheet("名单").Row("姓名").ToArray(), "xl/worksheets/sheet1.xml", 0, Encoding.UTF8.GetBytes($"<worksheet><sheetData>{rows}</sheetData></worksheet>"));
        Assert.Equal(FileRefusal.Damaged, Assert.IsType<SheetResult.Refused>(Opened(odd).Read("名单", stop: TestContext.Current.CancellationToken)).Why);
    }

    [Fact]
    public void Two_parts_of_one_id_are_damage()
    {
        var relations = """<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId1" Type="x/styles" Target="styles.xml"/></Relationships>""";
        Assert.Equal(FileRefusal.Damaged, Refusal(Replace(new TestXlsx().Sheet("名单").Row("姓名").ToArray(), "xl/_rels/workbook.xml.rels", 0, Encoding.UTF8.GetBytes(relations))));
    }

    [Fact]
    public void Sizes_that_together_count_past_the_largest_number_are_a_bomb()
    {
        var zip = Zip(("[Content_Types].xml", 1), ("xl/a", 1));
        Assert.Equal(FileRefusal.InflatesTooLarge, Refusal(WithHugeSizes(zip)));
    }

    [Fact]
    public void Hidden_sheets_are_not_offered_and_cannot_be_read()
    {
        var file = Opened(new TestXlsx().Sheet("名单").Row("姓名").Sheet("旧", hidden: true).Row("姓名").Sheet("嘉宾").Row("姓名").ToArray());
        Assert.Equal(["名单", "嘉宾"], file.VisibleSheets);
        Assert.Equal(FileRefusal.NoSuchSheet, Assert.IsType<SheetResult.Refused>(file.Read("旧", stop: TestContext.Current.CancellationToken)).Why);
    }

    [Fact]
    public void The_hash_is_of_the_file_as_received()
    {
        var bytes = Encoding.UTF8.GetBytes("姓名,单位\n");
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)), Opened(bytes).Sha256);
    }

    [Fact]
    public void Reading_can_be_cancelled()
    {
        var csv = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("王刚,甲\n", 2000)));
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() => Opened(csv).Read("名单", null, stop.Token));
    }

    // Both entries claim 2^62 bytes and more in the long form of their size.
    static byte[] WithHugeSizes(byte[] zip)
    {
        var start = BitConverter.ToInt32(zip, zip.Length - EndOfDirectory + StartInEnd);
        List<byte> bytes = [.. zip[..start]];
        for (var at = start; at < zip.Length - EndOfDirectory;)
        {
            var name = BitConverter.ToUInt16(zip, at + NameLengthInDirectoryHeader);
            var header = zip[at..(at + DirectoryHeader + name)];
            BitConverter.TryWriteBytes(header.AsSpan(SizeInDirectoryHeader), uint.MaxValue);
            BitConverter.TryWriteBytes(header.AsSpan(NameLengthInDirectoryHeader + 2), (ushort)12);
            bytes.AddRange([.. header, 1, 0, 8, 0, .. BitConverter.GetBytes(long.MaxValue - 5)]);
            at += DirectoryHeader + name;
        }
        var end = zip[^EndOfDirectory..];
        BitConverter.TryWriteBytes(end.AsSpan(StartInEnd - 4), bytes.Count - start);
        return [.. bytes, .. end];
    }

    static byte[] Replace(byte[] xlsx, string part, int zeros, byte[]? content = null)
    {
        using var stream = new MemoryStream();
        stream.Write(xlsx);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(part)!.Delete();
            using var entry = zip.CreateEntry(part, CompressionLevel.Fastest).Open();
            entry.Write(content ?? [.. "<a>"u8, .. Enumerable.Repeat((byte)' ', zeros)]);
        }
        return stream.ToArray();
    }
}
