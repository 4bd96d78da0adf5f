using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Shared.Data;
using Shared.Meetings;

namespace Shared.Demo;

/// <summary>Moves a sample meeting whose last day is past: it begins today, and every time in it moves by as many days. People, badges and what was recorded stay.</summary>
public sealed class MoveSampleMeeting(IDbContextFactory<EventDb> dbs, TimeProvider clock)
{
    const long DayMilliseconds = 86_400_000;

    // Times of the meeting, and times of what was recorded in it.
    static readonly (string Table, string[] Columns)[] Planned =
        [("Meeting", ["FrozenAt"]), ("Checkpoint", ["OpensAt", "ClosesAt"]), ("Journey", ["At"]), ("Attendee", ["ConfirmedAt", "StateChangedAt"]),
        ("ReplyRules", ["Deadline"]), ("Reply", ["MadeAt", "SentAt", "OpenedAt", "FilledAt", "RepliedAt", "InformedAt", "ChasedAt", "DeclinedAt", "EndedAt"]), ("ReplyChange", ["AskedAt", "DecidedAt"]), ("ReplyDraft", ["TypedAt"]), ("Scene", ["ConfirmedAt", "CardsOutAt"])];

    static readonly (string Table, string[] Columns)[] Recorded =
        [("Scan", ["RecordedAt", "OccurredAt"]), ("Presence", ["FirstAt", "LastAt"]), ("HandoutGiven", ["GivenAt", "UndoneAt"])];

    /// <summary>False where the meeting's days are not past. The database must hold no other meeting.</summary>
    public async Task<bool> RunAsync(int meetingId, CancellationToken stop = default)
    {
        var today = SampleDays.From(clock);
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var meeting = await db.Meetings().SingleAsync(m => m.Id == meetingId && m.IsSample, stop);
        if (meeting.LastDay >= today.First) return false;
        var days = today.First.DayNumber - meeting.FirstDay.DayNumber;
        var recordedDays = await RecordedDaysAsync(db, days, stop);
        foreach (var (table, columns) in Planned) await ShiftAsync(db, table, columns, days, stop);
        foreach (var (table, columns) in Recorded) await ShiftAsync(db, table, columns, recordedDays, stop);
        await db.Database.ExecuteSqlAsync($"UPDATE Presence SET Day = Day + {recordedDays} WHERE Day > 0", stop);
        Rename(meeting, today);
        await db.SaveChangesAsync(stop);
        await SetOwnDoorsAsync(db, meetingId, today, stop);
        await transaction.CommitAsync(stop);
        return true;
    }

    static void Rename(Meeting meeting, SampleDays today)
    {
        if (meeting.Name == MakeSampleMeeting.NameOf(meeting.Year)) meeting.Name = MakeSampleMeeting.NameOf(today.First.Year);
        if (meeting.NameEn == MakeSampleMeeting.NameEnOf(meeting.Year)) meeting.NameEn = MakeSampleMeeting.NameEnOf(today.First.Year);
        (meeting.Year, meeting.FirstDay, meeting.LastDay) = (today.First.Year, today.First, today.Last);
    }

    // A scan made late in the day must not come to lie in the future.
    async Task<int> RecordedDaysAsync(EventDb db, int days, CancellationToken stop)
    {
        var last = await db.Database.SqlQuery<long>($"SELECT COALESCE(MAX(RecordedAt), 0) AS Value FROM Scan").SingleAsync(stop);
        return last + days * DayMilliseconds > clock.GetUtcNow().ToUnixTimeMilliseconds() ? days - 1 : days;
    }

    // The names of tables and columns are the constants above.
    static async Task ShiftAsync(EventDb db, string table, string[] columns, int days, CancellationToken stop)
    {
        var sets = string.Join(", ", columns.Select(column => $"{column} = {column} + @by"));
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"UPDATE {table} SET {sets}";
        command.Transaction = db.Database.CurrentTransaction is { } current ? (DbTransaction)Microsoft.EntityFrameworkCore.Storage.DbContextTransactionExtensions.GetDbTransaction(current) : null;
        var by = command.CreateParameter();
        (by.ParameterName, by.Value) = ("@by", days * DayMilliseconds);
        command.Parameters.Add(by);
        await command.ExecuteNonQueryAsync(stop);
    }

    // The sample's own doors open as they do on the first making, whatever became of their times.
    static async Task SetOwnDoorsAsync(EventDb db, int meetingId, SampleDays today, CancellationToken stop)
    {
        foreach (var (name, opensAt) in SampleDoors.Openings(today))
            await db.Set<CheckIn.Checkpoint>().Where(c => c.MeetingId == meetingId && c.Name == name)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.OpensAt, opensAt).SetProperty(c => c.ClosesAt, today.End), stop);
    }
}
