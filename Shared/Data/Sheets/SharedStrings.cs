using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Shared.Data.Sheets;

/// <summary>The table of texts that cells of an xlsx point into.</summary>
internal static partial class SharedStrings
{
    public static List<SheetCell> Read(XmlReader? xml)
    {
        var texts = new List<SheetCell>();
        while (xml is not null && xml.Read())
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" })
                texts.Add(SheetCell.OfText(ReadItem(xml)));
        return texts;
    }

    /// <summary>Joins the runs of one item, without the reading aid (<c>rPh</c>) that may stand beside them.</summary>
    public static string ReadItem(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return "";
        string? first = null;
        StringBuilder? joined = null;
        var end = xml.Depth;
        xml.Read();
        while (xml.Depth > end)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName == "r")
                xml.Read();
            else if (xml.LocalName != "t")
                xml.Skip();
            else if (first is null)
                first = xml.ReadElementContentAsString();
            else
                (joined ??= new(first)).Append(xml.ReadElementContentAsString());
        }
        return Unescape(joined?.ToString() ?? first ?? "");
    }

    /// <summary>Turns <c>_x000D_</c> back into the character that XML could not hold.</summary>
    public static string Unescape(string text) =>
        text.Contains("_x", StringComparison.Ordinal)
            ? Escaped().Replace(text, match => ((char)Convert.ToInt32(match.Groups[1].Value, 16)).ToString())
            : text;

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escaped();
}
