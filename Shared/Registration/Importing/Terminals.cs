using Shared.Chinese;

namespace Shared.Registration.Importing;

/// <param name="Name">The terminal as timetables call it, or the text as written.</param>
/// <param name="Problem">A code of <see cref="RosterNotes"/>, null where the terminal is known.</param>
readonly record struct TerminalReading(string? Name, string? Problem);

/// <summary>Railway stations and airports at which people arrive; 齐齐哈尔 and 齐齐哈尔南 are the ones most often confused.</summary>
static class Terminals
{
    public const string Qiqihar = "齐齐哈尔";
    public const string QiqiharSouth = "齐齐哈尔南";
    public const string QiqiharAirport = "齐齐哈尔三家子机场";

    static readonly Dictionary<string, string> Known = Names(
        (Qiqihar, "齐站 齐齐哈尔火车站 齐市站 齐市火车站 老站"),
        (QiqiharSouth, "齐南 齐齐哈尔南火车站 齐齐哈尔南高铁站 齐齐哈尔高铁站 南站 高铁南站 齐市南"),
        (QiqiharAirport, "三家子机场 三家子 齐齐哈尔机场 齐市机场 机场 NDG 齐齐哈尔三家子国际机场 三家子国际机场"),
        ("哈尔滨", "哈站 哈尔滨火车站"), ("哈尔滨西", "哈西 哈西站 哈尔滨西火车站"), ("哈尔滨东", "哈东"), ("哈尔滨北", "哈北"),
        ("哈尔滨太平机场", "太平机场 哈尔滨机场 哈尔滨太平国际机场 太平国际机场 HRB"),
        ("大庆", "大庆站"), ("大庆东", ""), ("大庆西", ""), ("大庆南", ""), ("安达", ""), ("泰康", ""), ("昂昂溪", ""), ("富裕", ""), ("讷河", ""),
        ("红旗营东", ""), ("北京", ""), ("北京朝阳", ""), ("沈阳", ""), ("沈阳北", ""), ("长春", ""), ("长春西", ""));

    static readonly HashSet<string> NoOneStation = ["高铁站", "火车站", "动车站", "车站", "齐市", "高铁"];

    public static TerminalReading Read(string text)
    {
        var code = TextNormal.Code(text).Replace("(", "").Replace(")", "");
        if (code.Length == 0)
            return new(null, null);
        if (NoOneStation.Contains(code))
            return new(null, RosterNotes.StationUnclear);
        var bare = code.EndsWith('站') ? code[..^1] : code;
        return Known.TryGetValue(code, out var name) || Known.TryGetValue(bare, out name)
            ? new(name, null)
            : new(code.Length <= Journey.TerminalLength ? code : null, RosterNotes.StationUnknown);
    }

    static Dictionary<string, string> Names(params (string Name, string Others)[] terminals)
    {
        var names = new Dictionary<string, string>();
        foreach (var (name, others) in terminals)
            foreach (var written in others.Split(' ', StringSplitOptions.RemoveEmptyEntries).Prepend(name))
                names[written] = name;
        return names;
    }
}
