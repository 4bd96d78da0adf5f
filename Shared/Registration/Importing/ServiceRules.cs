using System.Text.RegularExpressions;
using Shared.Chinese;

namespace Shared.Registration.Importing;

/// <param name="No">Null where nothing fits; then <paramref name="Problem"/> says why.</param>
/// <param name="Alias">The second number of a train that changes direction: D6902/D6903.</param>
/// <param name="Mode">What the number or a word beside it says about the means.</param>
/// <param name="Problem">A code of <see cref="RosterNotes"/> that is worth a look even where a number was found.</param>
readonly record struct ServiceReading(string? No, string? Alias, TravelMode? Mode, string? Problem);

/// <summary>Reads train and flight numbers.</summary>
static partial class ServiceRules
{
    const int NumbersOfOneTrainDifferBy = 3;

    static readonly (string Word, TravelMode Mode)[] ModeWords =
    [
        ("高铁", TravelMode.Train), ("动车组", TravelMode.Train), ("动车", TravelMode.Train), ("城际", TravelMode.Train), ("火车", TravelMode.Train),
        ("列车", TravelMode.Train), ("特快", TravelMode.Train), ("快速", TravelMode.Train), ("车次", TravelMode.Train),
        ("航班号", TravelMode.Flight), ("航班", TravelMode.Flight), ("飞机", TravelMode.Flight),
    ];

    static readonly Dictionary<string, string> Airlines = (
        "中国国际航空 CA 中国国航 CA 国航 CA 中国南方航空 CZ 南方航空 CZ 南航 CZ 中国东方航空 MU 东方航空 MU 东航 MU 海南航空 HU 海航 HU 四川航空 3U 川航 3U "
        + "厦门航空 MF 厦航 MF 深圳航空 ZH 深航 ZH 山东航空 SC 山航 SC 春秋航空 9C 春秋 9C 吉祥航空 HO 吉祥 HO 上海航空 FM 上航 FM 首都航空 JD 首航 JD 西部航空 PN "
        + "天津航空 GS 天航 GS 奥凯航空 BK 奥凯 BK 华夏航空 G5 华夏 G5 龙江航空 LT 成都航空 EU 成航 EU 长龙航空 GJ 长龙 GJ 祥鹏航空 8L 祥鹏 8L 中国联合航空 KN 联航 KN "
        + "东海航空 DZ 河北航空 NS 江西航空 RY 青岛航空 QW 昆明航空 KY 长安航空 9H 北部湾航空 GX 多彩贵州航空 GY 湖南航空 A6 天骄航空 9D")
        .Split(' ').Chunk(2).ToDictionary(pair => pair[0], pair => pair[1]);

    /// <param name="arriving">Of several legs the last counts on the way here, the first on the way back.</param>
    public static ServiceReading Read(string text, bool arriving)
    {
        var (code, mode) = WithoutModeWords(TextNormal.Code(text));
        var (rest, airline) = WithAirlineCode(code);
        var parts = rest.Split(['/', '、', '\\', '、'], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 2 && SecondNumber(parts[0], parts[1]) is { } alias)
            return new(parts[0], alias, TravelMode.Train, null);
        var legs = rest.Split(['/', '、', '\\', ',', ';', '+', '转', '→', '>'], StringSplitOptions.RemoveEmptyEntries);
        if (legs.Length == 0)
            return new(null, null, mode, null);
        var leg = One(arriving ? legs[^1] : legs[0]);
        return leg with { Mode = leg.Mode ?? mode, Problem = leg.Problem ?? (legs.Length > 1 ? RosterNotes.ServiceLegs : airline ? RosterNotes.AirlineWord : null) };
    }

    static ServiceReading One(string code)
    {
        code = code.Trim('-', '(', ')', '.', ':').TrimEnd('次');
        if (Train().IsMatch(code))
            return new(code, null, char.IsAsciiLetter(code[0]) ? TravelMode.Train : null, null);
        var flight = code.Replace("-", "");
        return Flight().IsMatch(flight)
            ? new(flight, null, TravelMode.Flight, null)
            : new(null, null, null, RosterNotes.ServiceUnknown);
    }

    // 高铁G1234/1237: the second number leaves out what it shares with the first.
    static string? SecondNumber(string first, string second)
    {
        second = second.TrimEnd('次');
        first = first.TrimEnd('次');
        if (!Train().IsMatch(first) || !Train().IsMatch(second))
            return null;
        var letter = char.IsAsciiLetter(first[0]) ? first[..1] : "";
        var (one, two) = (first[letter.Length..], char.IsAsciiLetter(second[0]) ? second[1..] : second);
        if (char.IsAsciiLetter(second[0]) && second[..1] != letter)
            return null;
        if (two.Length < one.Length)
            two = one[..^two.Length] + two;
        return Math.Abs(int.Parse(one) - int.Parse(two)) <= NumbersOfOneTrainDifferBy ? letter + two : null;
    }

    static (string Code, TravelMode? Mode) WithoutModeWords(string code)
    {
        TravelMode? mode = null;
        foreach (var (word, means) in ModeWords)
            if (code.Contains(word, StringComparison.Ordinal))
            {
                code = code.Replace(word, "");
                mode ??= means;
            }
        return (code, mode);
    }

    static (string Code, bool Airline) WithAirlineCode(string code)
    {
        foreach (var (word, letters) in Airlines)
        {
            var at = code.IndexOf(word, StringComparison.Ordinal);
            if (at < 0)
                continue;
            var rest = code[(at + word.Length)..];
            return (code[..at] + (rest.StartsWith(letters, StringComparison.Ordinal) ? "" : letters) + rest, true);
        }
        return (code, false);
    }

    [GeneratedRegex(@"^[GDCZTKYLS]?\d{1,4}次?$")]
    private static partial Regex Train();

    [GeneratedRegex(@"^(?=.?[A-Z])[A-Z0-9]{2}\d{3,4}$")]
    private static partial Regex Flight();
}
