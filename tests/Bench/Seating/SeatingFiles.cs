using System.Text.Encodings.Web;
using System.Text.Json;
using Shared.Seating.Tables;

namespace Bench.Seating;

/// <summary>Instances and answers as files, so that two programs can be compared on one.</summary>
static class SeatingFiles
{
    static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    sealed record TableLine(string? Id, int Seats, string? Kitchen);
    sealed record GroupLine(string? Id, int Size, string? Kitchen, bool Host);
    sealed record WishLine(string? A, string? B, int Weight);
    sealed record InstanceFile(List<TableLine>? Tables, List<GroupLine>? Groups, List<WishLine>? Wishes, List<List<string>>? Apart, Dictionary<string, string>? Fixed);
    sealed record AnswerFile(long Score, long? Bound, Dictionary<string, string> Assignment, long? Moved = null);

    /// <exception cref="ArgumentException">What in the file cannot be; the message begins with the field.</exception>
    public static TableProblem Read(string path)
    {
        try
        {
            var file = JsonSerializer.Deserialize<InstanceFile>(File.ReadAllText(path), Web) ?? throw new ArgumentException("instance: empty");
            var pairs = file.Apart ?? [];
            if (pairs.Find(p => p.Count != 2) is { } pair) throw new ArgumentException($"apart[{string.Join(',', pair)}]: not two groups");
            return new()
            {
                Tables = [.. (file.Tables ?? throw new ArgumentException("tables: missing")).Select(t => new RoundTable(t.Id ?? "", t.Seats, t.Kitchen))],
                Groups = [.. (file.Groups ?? throw new ArgumentException("groups: missing")).Select(g => new TableGroup(g.Id ?? "", g.Size, g.Kitchen, g.Host))],
                Wishes = [.. (file.Wishes ?? []).Select(w => new TableWish(w.A ?? "", w.B ?? "", w.Weight))],
                Apart = [.. pairs.Select(p => (p[0], p[1]))],
                Fixed = file.Fixed ?? [],
            };
        }
        catch (JsonException why)
        {
            throw new ArgumentException($"{why.Path ?? "instance"}: {why.Message}");
        }
    }

    public static void Write(string path, TableProblem problem) => File.WriteAllText(path, JsonSerializer.Serialize(new InstanceFile(
        [.. problem.Tables.Select(t => new TableLine(t.Id, t.Seats, t.Kitchen))],
        [.. problem.Groups.Select(g => new GroupLine(g.Id, g.Size, g.Kitchen, g.Host))],
        [.. problem.Wishes.Select(w => new WishLine(w.A, w.B, w.Weight))], [.. problem.Apart.Select(p => new List<string> { p.A, p.B })],
        problem.Fixed.ToDictionary()), Web));

    public static IReadOnlyDictionary<string, string> ReadAnswer(string path) => JsonSerializer.Deserialize<AnswerFile>(File.ReadAllText(path), Web)!.Assignment;

    public static void WriteAnswer(string path, long score, long? bound, IReadOnlyDictionary<string, string> assignment, long? moved = null) =>
        File.WriteAllText(path, JsonSerializer.Serialize(new AnswerFile(score, bound, assignment.ToDictionary(), moved), Web));
}
