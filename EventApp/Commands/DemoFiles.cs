using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CsvHelper;
using Shared.Data;
using Shared.Demo;

namespace EventApp.Commands;

/// <summary>What other programs need to try the demo, readable by its owner alone. Each file appears whole or not at all.</summary>
static class DemoFiles
{
    public const string Keys = "demo.json";
    public const string Badges = "badges.csv";

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public static void Remove(DataDirectory data)
    {
        File.Delete(data.In(Keys));
        File.Delete(data.In(Badges));
    }

    /// <summary>The badges first: whoever sees the keys finds both.</summary>
    public static void Write(DataDirectory data, string url, SampleKeyRing sample, DemoSecrets secrets)
    {
        WriteWhole(data, Badges, BadgesText(sample));
        WriteWhole(data, Keys, JsonSerializer.Serialize(new
        {
            url,
            meeting = new { id = sample.MeetingId, sample.Year, sample.FirstDay, sample.LastDay, sample.TimeZone },
            organiser = new { secrets.User, secrets.Password },
            secrets.StaffPin,
            stations = secrets.Stations.Select(s => new { s.Name, s.Kind, s.Token }),
            sample.Checkpoints,
            badges = Badges,
        }, Json));
    }

    static string BadgesText(SampleKeyRing sample)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using var csv = new CsvWriter(text, CultureInfo.InvariantCulture);
        foreach (var heading in (string[])["attendeeId", "name", "unit", "badgeNo", "code"]) csv.WriteField(heading);
        csv.NextRecord();
        foreach (var badge in sample.Badges)
        {
            csv.WriteField(badge.AttendeeId);
            csv.WriteField(badge.Name);
            csv.WriteField(badge.Unit);
            csv.WriteField(badge.BadgeNo);
            csv.WriteField(badge.Code);
            csv.NextRecord();
        }
        csv.Flush();
        return text.ToString();
    }

    static void WriteWhole(DataDirectory data, string name, string text) => PrivateFile.Write(data.In(name), Encoding.UTF8.GetBytes(text));
}
