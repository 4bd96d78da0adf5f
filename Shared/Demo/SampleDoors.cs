using System.Globalization;
using Shared.CheckIn;

namespace Shared.Demo;

/// <summary>Checkpoints and stations of the sample. Every door stays open until the last day ends.</summary>
static class SampleDoors
{
    static readonly string[][] CheckpointRows = [.. SampleTable.Rows("checkpoints")];

    /// <summary>Report-in first; hand-outs come with it and with the material pack.</summary>
    public static List<Checkpoint> Checkpoints(int meetingId, SampleDays days) => [.. CheckpointRows.Select(row => new Checkpoint
    {
        MeetingId = meetingId, Name = row[1], NameEn = row[2], Kind = Enum.Parse<CheckpointKind>(row[0]),
        OpensAt = Opens(row, days), ClosesAt = days.End,
        Items = [.. row[4].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Item)],
    })];

    /// <summary>When the sample's own checkpoints open, by name.</summary>
    public static Dictionary<string, DateTime> Openings(SampleDays days) => CheckpointRows.ToDictionary(row => row[1], row => Opens(row, days));

    /// <summary>Two desks, each with the staff member who works it, and a kiosk, which has none.</summary>
    public static IEnumerable<(string Name, StationKind Kind, int? Operator)> Stations => SampleTable.Rows("stations")
        .Select(row => (row[1], Enum.Parse<StationKind>(row[0]), row[2] == "" ? (int?)null : int.Parse(row[2], CultureInfo.InvariantCulture)));

    static DateTime Opens(string[] row, SampleDays days) => days.Start(int.Parse(row[3], CultureInfo.InvariantCulture));

    static HandoutItem Item(string word, int position) =>
        new() { Name = word.Split('*')[0], Count = int.Parse(word.Split('*')[1], CultureInfo.InvariantCulture), Position = position };
}
