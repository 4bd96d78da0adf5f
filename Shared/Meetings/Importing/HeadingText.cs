using System.Text.RegularExpressions;

namespace Shared.Meetings.Importing;

/// <summary>Headings without what forms and people put around them.</summary>
public static partial class HeadingText
{
    /// <summary>"3、您的姓名（必填）：" becomes "姓名".</summary>
    public static string Tidy(string heading)
    {
        var text = CellText.Key(heading);
        var bare = Brackets().Replace(text, "");
        bare = Numbering().Replace(bare, "");
        bare = Politeness().Replace(bare, "").Trim(':', '*', '?', '。', ';', ',', '、', '"', '\'');
        return bare.Length > 0 ? bare : text;
    }

    [GeneratedRegex(@"\([^)]*\)|\[[^\]]*\]|【[^】]*】|〔[^〕]*〕|<[^>]*>")]
    private static partial Regex Brackets();

    [GeneratedRegex(@"^\*?(q|第)?\d{1,2}题?[、.:)_-]*(?=\D)|^\*+")]
    private static partial Regex Numbering();

    [GeneratedRegex("^(请(填写|输入|选择|问)?)?(您|你|贵)?的?(?=.{2})")]
    private static partial Regex Politeness();
}
