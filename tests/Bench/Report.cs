using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Bench;

/// <summary>Prints every figure as it is found and keeps it for the file of results.</summary>
sealed class Report
{
    static readonly JsonSerializerOptions Plain = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly List<Line> lines = [];
    string run = "machine";

    public bool HasBroken { get; private set; }

    public bool Missed => lines.Exists(line => line.Holds == false);

    public void Begin(string word)
    {
        run = word;
        Console.WriteLine($"{Environment.NewLine}{word}");
    }

    /// <summary>A plain fact.</summary>
    public void Say(string name, string text) => Add(new Line(run, name, text, null, null, null, null));

    /// <summary>A measured figure that no limit stands against.</summary>
    public void Figure(string name, double value, string unit) => Add(new Line(run, name, null, value, unit, null, null));

    public void AtLeast(string name, double value, double limit, string unit = "") =>
        Add(new Line(run, name, null, value, unit, $"at least {Number(limit)}", value >= limit));

    public void AtMost(string name, double value, double limit, string unit = "") =>
        Add(new Line(run, name, null, value, unit, $"at most {Number(limit)}", value <= limit));

    /// <summary>The run could not be brought to its end.</summary>
    public void Broke(string why)
    {
        HasBroken = true;
        Say("NOT MEASURED", why);
    }

    public void End(string? file)
    {
        var judged = lines.Where(line => line.Holds is not null).ToList();
        Console.WriteLine($"{Environment.NewLine}{judged.Count(line => line.Holds == true)} limits hold, {judged.Count(line => line.Holds == false)} missed{(HasBroken ? ", some not measured" : "")}");
        if (file is not null) File.WriteAllText(file, JsonSerializer.Serialize(lines, Plain));
    }

    void Add(Line line)
    {
        lines.Add(line);
        var value = line.Text ?? $"{Number(line.Value!.Value)} {line.Unit}".TrimEnd();
        var verdict = line.Holds switch { true => "pass", false => "FAIL", null => "" };
        Console.WriteLine(line.Limit is null ? $"  {line.Name,-58} {value}" : $"  {line.Name,-58} {value,-16} {line.Limit,-16} {verdict}");
    }

    static string Number(double value) => value.ToString(Math.Abs(value) switch { >= 1000 => "N0", >= 100 => "0", >= 10 => "0.0", _ => "0.###" }, CultureInfo.InvariantCulture);

    sealed record Line(string Run, string Name, string? Text, double? Value, string? Unit, string? Limit, bool? Holds);
}
