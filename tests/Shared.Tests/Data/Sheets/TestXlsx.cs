using System.IO.Compression;
using System.Security;
using System.Text;

namespace Shared.Tests.Data.Sheets;

/// <summary>
/// Writes an xlsx as other programs do, with what our own writer never makes: merged cells, hidden rows and sheets,
/// errors, formulas. A cell is text, or with a mark: <c>n:</c> number, <c>d:</c> serial shown as a date, <c>e:</c> error,
/// <c>f:formula|stored value</c>, <c>i:</c> text kept in the cell itself.
/// </summary>
sealed class TestXlsx
{
    readonly List<(string Name, bool Hidden, List<(int Number, string[] Cells, bool Hidden)> Rows, List<string> Merges)> sheets = [];
    readonly Dictionary<string, int> strings = [];
    bool since1904;

    public TestXlsx Sheet(string name, bool hidden = false)
    {
        sheets.Add((name, hidden, [], []));
        return this;
    }

    public TestXlsx Row(params string[] cells) => RowAt(sheets[^1].Rows.Count == 0 ? 1 : sheets[^1].Rows[^1].Number + 1, cells);

    public TestXlsx RowAt(int number, params string[] cells)
    {
        sheets[^1].Rows.Add((number, cells, false));
        return this;
    }

    public TestXlsx HideLastRow()
    {
        var rows = sheets[^1].Rows;
        rows[^1] = rows[^1] with { Hidden = true };
        return this;
    }

    public TestXlsx Merge(string range)
    {
        sheets[^1].Merges.Add(range);
        return this;
    }

    /// <summary>Counts days from 1904, as old programs for the Mac do.</summary>
    public TestXlsx Since1904()
    {
        since1904 = true;
        return this;
    }

    public byte[] ToArray(params (string Name, byte[] Content)[] further)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            var parts = sheets.Select(WriteSheet).ToArray();
            Write(zip, "[Content_Types].xml", ContentTypes());
            Write(zip, "_rels/.rels", Relations([("officeDocument", "xl/workbook.xml")]));
            Write(zip, "xl/workbook.xml", Workbook());
            Write(zip, "xl/_rels/workbook.xml.rels", Relations([.. sheets.Select((_, index) => ("worksheet", $"worksheets/sheet{index + 1}.xml")), ("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml")]));
            Write(zip, "xl/styles.xml", Styles);
            for (var index = 0; index < parts.Length; index++)
                Write(zip, $"xl/worksheets/sheet{index + 1}.xml", parts[index]);
            Write(zip, "xl/sharedStrings.xml", $"""<sst xmlns="{Main}">{string.Concat(strings.Keys.Select(text => $"<si><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></si>"))}</sst>""");
            foreach (var (name, content) in further)
                using (var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open())
                    entry.Write(content);
        }
        return stream.ToArray();
    }

    string WriteSheet((string Name, bool Hidden, List<(int Number, string[] Cells, bool Hidden)> Rows, List<string> Merges) sheet)
    {
        var xml = new StringBuilder($"""<worksheet xmlns="{Main}"><sheetData>""");
        foreach (var (number, cells, hidden) in sheet.Rows)
        {
            xml.Append($"<row r=\"{number}\"{(hidden ? " hidden=\"1\"" : "")}>");
            for (var column = 0; column < cells.Length; column++)
                xml.Append(Cell($"{ColumnName(column)}{number}", cells[column]));
            xml.Append("</row>");
        }
        xml.Append("</sheetData>");
        if (sheet.Merges.Count > 0)
            xml.Append($"<mergeCells count=\"{sheet.Merges.Count}\">{string.Concat(sheet.Merges.Select(range => $"<mergeCell ref=\"{range}\"/>"))}</mergeCells>");
        return xml.Append("</worksheet>").ToString();
    }

    string Cell(string at, string cell) => cell switch
    {
        "" => "",
        _ when cell.StartsWith("n:") => $"<c r=\"{at}\"><v>{cell[2..]}</v></c>",
        _ when cell.StartsWith("d:") => $"<c r=\"{at}\" s=\"1\"><v>{cell[2..]}</v></c>",
        _ when cell.StartsWith("e:") => $"<c r=\"{at}\" t=\"e\"><v>{cell[2..]}</v></c>",
        _ when cell.StartsWith("i:") => $"<c r=\"{at}\" t=\"inlineStr\"><is><t>{SecurityElement.Escape(cell[2..])}</t></is></c>",
        _ when cell.StartsWith("f:") => Formula(at, cell[2..]),
        _ => $"<c r=\"{at}\" t=\"s\"><v>{IndexOf(cell)}</v></c>",
    };

    static string Formula(string at, string cell)
    {
        var parts = cell.Split('|', 2);
        var value = parts.Length > 1 ? $"<v>{SecurityElement.Escape(parts[1])}</v>" : "";
        return $"<c r=\"{at}\" t=\"str\"><f>{SecurityElement.Escape(parts[0])}</f>{value}</c>";
    }

    int IndexOf(string text)
    {
        if (strings.TryGetValue(text, out var index))
            return index;
        strings[text] = strings.Count;
        return strings.Count - 1;
    }

    string ContentTypes() =>
        $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Kind}sheet.main+xml"/>{string.Concat(sheets.Select((_, index) => $"<Override PartName=\"/xl/worksheets/sheet{index + 1}.xml\" ContentType=\"{Kind}worksheet+xml\"/>"))}<Override PartName="/xl/styles.xml" ContentType="{Kind}styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="{Kind}sharedStrings+xml"/></Types>""";

    string Workbook() =>
        $"""<workbook xmlns="{Main}" xmlns:r="{Office}">{(since1904 ? "<workbookPr date1904=\"1\"/>" : "")}<sheets>{string.Concat(sheets.Select((sheet, index) => $"<sheet name=\"{SecurityElement.Escape(sheet.Name)}\" sheetId=\"{index + 1}\"{(sheet.Hidden ? " state=\"hidden\"" : "")} r:id=\"rId{index + 1}\"/>"))}</sheets></workbook>""";

    static string Relations((string Type, string Target)[] relations) =>
        $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(relations.Select((relation, index) => $"<Relationship Id=\"rId{index + 1}\" Type=\"{Office}/{relation.Type}\" Target=\"{relation.Target}\"/>"))}</Relationships>""";

    static string ColumnName(int index) =>
        index < 26 ? ((char)('A' + index)).ToString() : ColumnName(index / 26 - 1) + (char)('A' + index % 26);

    static void Write(ZipArchive zip, string name, string xml)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(Encoding.UTF8.GetBytes("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + "\n" + xml));
    }

    const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const string Kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    const string Styles = $"""<styleSheet xmlns="{Main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\ h:mm"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>""";
}
