namespace EventApp.Tests.Hostile;

/// <summary>What somebody types who means harm: each is a name like any other. Whatever is taken for markup makes an element <c>x-h</c> or sets <c>__hit</c>.</summary>
static class HostileTexts
{
    /// <summary>A selector of every element that one of these could become.</summary>
    public const string Elements = "x-h, [onerror], [onload], [onclick], [onfocus], [ontoggle], [onpointerover], img[src='x:h'], a[href^='javascript:'], iframe[src^='javascript:']";

    /// <summary>The shortest stand first: a plate number takes eight characters.</summary>
    public static readonly string[] All =
    [
        "<x-h>", "=1+1", "+1+1", "-2+3", "@SUM(1)", "＝1+1", "＋1+1", "－2+3", "＠A1", "\t=1+1", "\r=1+1", "{{7*7}}", "%s%n", "../../x", "𠮷䶮", "\u202Egnp", "\u200B\u200D甲", "\"'`", "\\u003c", "&lt;x-h&gt;",
        "</script><x-h>", "</title><x-h>", "</textarea><x-h>", "</style><x-h>", "\"><x-h>", "'><x-h>", "--><x-h>", "]]><x-h>", "${__hit=1}",
        "javascript:__hit=1", "<svg/onload=__hit=1>", "<script>__hit=1</script>", "<img src=x:h onerror=__hit=1>", "\" onfocus=__hit=1 autofocus x=\"", "' onpointerover=__hit=1 x='", "<details open ontoggle=__hit=1>",
        "=cmd|'/c calc'!A1", "=HYPERLINK(\"http://elsewhere.example\")", "<a href=javascript:__hit=1>甲</a>",
        "<iframe src=javascript:top.__hit=1>", "<!--<script>__hit=1</script><x-h>", "<link rel=stylesheet href=//elsewhere.example/x.css>", "<base href=//elsewhere.example/>", "<meta http-equiv=refresh content=0;url=//elsewhere.example>",
    ];

    /// <summary>Digits that follow each text in its row, so that what has to be unique is.</summary>
    public const int Room = 4;

    /// <summary>Those that fit a field, with <see cref="Room"/> for the digits.</summary>
    public static string[] Fitting(int length) => [.. All.Where(text => text.Length <= length - Room)];

    /// <summary>An expression of SQL that gives row after row another of these.</summary>
    /// <param name="shift">Begins elsewhere in the list, so that the columns of one row differ.</param>
    public static string Sql(int length, int shift)
    {
        var texts = Fitting(length);
        return $"CASE (rowid + {shift}) % {texts.Length} {string.Concat(texts.Select((text, i) => $"WHEN {i} THEN {Quoted(text)} "))}END || rowid";
    }

    static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
