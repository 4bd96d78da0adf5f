using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Shared.Data;

namespace EventApp.Tests.Hostile;

/// <summary>One row in each table with words in it that a meeting has left empty, made from the model: a new table gets its row without being written here.</summary>
static class OneRowEach
{
    // What a made-up value would break.
    static readonly Dictionary<string, string> Own = new()
    {
        ["PendingChange.Fields"] = "'[]'", ["RosterImport.Made"] = "NULL", ["RosterImport.State"] = "2", ["ReplyPerson.Key"] = "'x1'", ["TwoPeople.OtherId"] = "(SELECT MAX(Id) FROM Attendee)", ["ProofReading.Shown"] = "zeroblob(0)",
        ["RememberedColumn.Field"] = "'name'", ["Consent.Source"] = "'Form'",
    };

    // These are filled by signing in and by doing something.
    static readonly string[] NotHere = ["Account", "Choice", "Session", "AuditEntry", "AuditDetail"];

    /// <param name="before">The last row of each table that is another meeting's; null where there is one meeting.</param>
    public static async Task AddAsync(EventDb db, int meetingId, IReadOnlyDictionary<string, long>? before = null)
    {
        string Mine(string table) => $"FROM \"{table}\" WHERE rowid > {before?.GetValueOrDefault(table) ?? 0}";
        var bare = new List<IEntityType>();
        foreach (var type in db.Model.GetEntityTypes().Where(HasWords))
            if ((await db.NumbersAsync("SELECT COUNT(*) " + Mine(type.GetTableName()!)))[0] == 0) bare.Add(type);
        for (var left = bare.ToList(); left.Count > 0;)
        {
            var ready = left.Where(type => !type.GetForeignKeys().Any(key => left.Contains(key.PrincipalEntityType) && key.PrincipalEntityType != type)).ToList();
            foreach (var type in ready) await AddAsync(db, type, meetingId, Mine);
            left = [.. left.Except(ready)];
        }
    }

    static bool HasWords(IEntityType type) => type.GetTableName() is { } name && !name.StartsWith("AspNet", StringComparison.Ordinal) && !NotHere.Contains(name) && type.GetProperties().Any(property => property.ClrType == typeof(string));

    static Task AddAsync(EventDb db, IEntityType type, int meetingId, Func<string, string> mine)
    {
        var columns = type.GetProperties().Where(property => property.GetComputedColumnSql() is null && !(property.IsPrimaryKey() && property.ValueGenerated == ValueGenerated.OnAdd)).ToList();
        return db.RunSqlAsync($"INSERT INTO \"{type.GetTableName()}\" ({string.Join(", ", columns.Select(column => $"\"{column.GetColumnName()}\""))}) VALUES ({string.Join(", ", columns.Select(column => Value(type, column, meetingId, mine)))})");
    }

    static string Value(IEntityType type, IProperty column, int meetingId, Func<string, string> mine)
    {
        if (Own.TryGetValue($"{type.GetTableName()}.{column.GetColumnName()}", out var own)) return own;
        if (column.Name == "MeetingId") return $"{meetingId}";
        var (kind, key) = (Nullable.GetUnderlyingType(column.ClrType) ?? column.ClrType, column.GetContainingForeignKeys().FirstOrDefault());
        if (kind == typeof(string)) return key is null ? "'x'" : "NULL";
        if (column.IsNullable) return "NULL";
        if (key is not null) return $"(SELECT MIN(rowid) {mine(key.PrincipalEntityType.GetTableName()!)})";
        return kind == typeof(byte[]) ? "randomblob(16)" : kind == typeof(DateTime) ? $"{UtcDateTime.ToStored(DateTime.UtcNow)}" : kind == typeof(DateOnly) ? "'2026-01-01'" : kind == typeof(bool) ? "0" : "1";
    }
}
