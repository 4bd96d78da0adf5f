using Microsoft.EntityFrameworkCore;
using Shared.Data;

namespace EventApp.Tests.Hostile;

/// <summary>One column that holds text.</summary>
readonly record struct TextColumn(string Table, string Name, int Length);

/// <summary>Every column of the model in which a person's words stand, found from the model: a new one is planted in without being written here, unless the program alone writes it.</summary>
static class TextColumns
{
    const int Unlimited = 400;

    // What the program alone writes, or what a rule keeps to digits, dates or its own words.
    static readonly HashSet<string> OfTheProgram =
    [
        .. """
           Account.UserId Account.PinHash AuditEntry.Who AuditEntry.What AuditEntry.SubjectId AuditDetail.Details Choice.UserId Choice.Name Choice.Value Session.UserId Session.Device JoinRequest.PinHash Station.PinHash
           Meeting.TimeZone StaffMember.Phone StaffMember.UserId Badge.Number Attendee.Phone Attendee.ContactPhone Attendee.PinyinKey Attendee.SurnameStrokeKey Attendee.NameStrokeKey AttendeeGram.Gram Consent.Source
           Vehicle.DriverPhone Reply.ContactPhone ReplyRules.ContactPhone ReplyChange.Person ReplyChange.Field ReplyDraft.Person ReplyDraft.Field ReplyPerson.Key RememberedColumn.Field RosterImport.Made PendingChange.Fields
           Printout.Kind PrintoutItem.Subject RetentionRun.Kind Zone.Aisles
           """.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries),
    ];

    public static IReadOnlyList<TextColumn> Of(EventDb db) =>
    [
        .. db.Model.GetEntityTypes().Where(type => type.GetTableName() is { } name && !name.StartsWith("AspNet", StringComparison.Ordinal))
            .SelectMany(type => type.GetProperties().Where(property => property.ClrType == typeof(string)).Select(property => new TextColumn(type.GetTableName()!, property.GetColumnName(), property.GetMaxLength() ?? Unlimited)))
            .Where(column => !OfTheProgram.Contains($"{column.Table}.{column.Name}")),
    ];

    /// <summary>Writes over every person's words in the database. Each table has to have a row by then, but that of accounts: those come by signing in.</summary>
    /// <param name="text">An expression of SQL for a column; its place in the list is given beside it.</param>
    public static async Task PlantAsync(EventDb db, Func<TextColumn, int, string> text)
    {
        var columns = Of(db).Select((column, at) => (column, at)).ToLookup(one => one.column.Table);
        foreach (var table in columns)
            await db.RunSqlAsync($"UPDATE \"{table.Key}\" SET {string.Join(", ", table.Select(one => $"\"{one.column.Name}\" = {text(one.column, one.at)}"))}");
        var bare = new List<string>();
        foreach (var table in columns.Where(table => table.Key != "Account"))
            if ((await db.NumbersAsync($"SELECT COUNT(*) FROM \"{table.Key}\""))[0] == 0) bare.Add(table.Key);
        Assert.True(bare.Count == 0, $"No row to plant a text in: {string.Join(", ", bare)}.");
    }
}
