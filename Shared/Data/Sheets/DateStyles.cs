using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace Shared.Data.Sheets;

/// <summary>Which cell styles show a number as a date or a time.</summary>
internal static partial class DateStyles
{
    /// <returns>One entry per style number.</returns>
    public static List<bool> Read(XmlReader? xml)
    {
        var styles = new List<bool>();
        var ownFormats = new Dictionary<int, bool>();
        var inside = "";
        while (xml is not null && xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName is "cellXfs" or "cellStyleXfs" or "dxfs")
                inside = xml.LocalName;
            else if (xml.LocalName == "numFmt" && inside != "dxfs")
                ownFormats[Id(xml)] = ShowsDate(xml.GetAttribute("formatCode") ?? "");
            else if (xml.LocalName == "xf" && inside == "cellXfs")
                styles.Add(ownFormats.TryGetValue(Id(xml), out var own) ? own : BuiltInShowsDate(Id(xml)));
        }
        return styles;
    }

    internal static bool ShowsDate(string format) =>
        Letters().IsMatch(NotLetters().Replace(format.Split(';')[0], ""));

    static int Id(XmlReader xml) =>
        int.TryParse(xml.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;

    // 27–36 and 50–58 are the dates of Chinese and Japanese Excel.
    static bool BuiltInShowsDate(int id) =>
        id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58);

    // Quoted text, escaped characters, colours and locales are no placeholders; [h] is one.
    [GeneratedRegex("""
        "[^"]*"|\\.|_.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|General
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex NotLetters();

    [GeneratedRegex("[ymdhs]", RegexOptions.IgnoreCase)]
    private static partial Regex Letters();
}
