using System.Xml;

namespace Shared.Data.Sheets;

/// <summary>Walks one worksheet part; its merged ranges stand behind the rows.</summary>
internal sealed class XlsxRows(XmlReader xml, XlsxCells cells, RowCollector rows)
{
    /// <summary>Of any spreadsheet.</summary>
    const int LastRow = 1_048_576;

    readonly string row = xml.NameTable.Add("row");
    readonly string c = xml.NameTable.Add("c");
    readonly string v = xml.NameTable.Add("v");
    readonly string f = xml.NameTable.Add("f");
    readonly string item = xml.NameTable.Add("is");
    readonly List<MergedRange> merges = [];
    int rowNumber;

    public IReadOnlyList<MergedRange> Read()
    {
        xml.Read();
        while (!xml.EOF)
        {
            if (xml.NodeType != XmlNodeType.Element)
                xml.Read();
            else if (ReferenceEquals(xml.LocalName, row))
                ReadRow();
            else
            {
                if (xml.LocalName == "mergeCell" && ParseRange(xml.GetAttribute("ref")) is { } range)
                    merges.Add(range);
                xml.Read();
            }
        }
        return merges;
    }

    void ReadRow()
    {
        var number = int.TryParse(xml.GetAttribute("r"), out var given) ? given : rowNumber + 1;
        if (number <= rowNumber || number > LastRow)
            throw new InvalidDataException();
        rowNumber = number;
        var hidden = xml.GetAttribute("hidden") is "1" or "true";
        var end = xml.Depth;
        var column = -1;
        if (!xml.IsEmptyElement)
        {
            xml.Read();
            while (xml.Depth > end)
                if (xml.NodeType == XmlNodeType.Element && ReferenceEquals(xml.LocalName, c))
                    column = ReadCell(column + 1);
                else
                    xml.Read();
        }
        xml.Read();
        rows.EndRow(rowNumber, hidden);
    }

    int ReadCell(int column)
    {
        string? type = null, style = null, value = null, formula = null;
        while (xml.MoveToNextAttribute())
            switch (xml.LocalName)
            {
                case "r": column = ColumnOf(xml.Value, column); break;
                case "t": type = xml.Value; break;
                case "s": style = xml.Value; break;
            }
        xml.MoveToElement();
        var end = xml.Depth;
        if (!xml.IsEmptyElement)
        {
            xml.Read();
            while (xml.Depth > end)
                ReadCellPart(ref value, ref formula);
        }
        xml.Read();
        rows.Add(column, cells.Read(type, style, value, formula));
        return column;
    }

    void ReadCellPart(ref string? value, ref string? formula)
    {
        if (xml.NodeType != XmlNodeType.Element)
            xml.Read();
        else if (ReferenceEquals(xml.LocalName, v))
            value = xml.ReadElementContentAsString();
        else if (ReferenceEquals(xml.LocalName, f))
            formula = xml.ReadElementContentAsString();
        else if (ReferenceEquals(xml.LocalName, item))
        {
            value = SharedStrings.ReadItem(xml);
            xml.Read();
        }
        else
            xml.Skip();
    }

    static MergedRange? ParseRange(string? reference)
    {
        if (reference?.Split(':') is not [var from, var to])
            return null;
        return new(RowOf(from), RowOf(to), ColumnOf(from, 0), ColumnOf(to, 0));
    }

    static int RowOf(string reference) =>
        int.TryParse(reference.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ$"), out var number) ? number : 0;

    static int ColumnOf(string reference, int otherwise)
    {
        var column = 0;
        foreach (var letter in reference)
            if (letter is >= 'A' and <= 'Z')
                column = column * 26 + (letter - 'A' + 1);
            else if (letter != '$')
                break;
        return column == 0 ? otherwise : column - 1;
    }
}
