using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;
using Shared.Meetings;

namespace Shared.CheckIn;

/// <summary>How much of everything a meeting has been set up with.</summary>
public sealed record SettingsNumbers(int Units, int Staff, int Checkpoints, int Stations, int Accounts, int Meetings);

/// <summary>The numbers beside the entries of a meeting's settings.</summary>
public sealed class SettingsCounts(IDbContextFactory<EventDb> dbs)
{
    public async Task<SettingsNumbers> ReadAsync(int meetingId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        return new(
            await db.Units().CountAsync(u => u.MeetingId == meetingId, stop), await db.Staff().CountAsync(s => s.MeetingId == meetingId && !s.Left, stop),
            await db.Checkpoints().CountAsync(c => c.MeetingId == meetingId && !c.Retired, stop), await db.Stations().CountAsync(s => s.MeetingId == meetingId && s.TokenHash != null, stop),
            await AccountList.Reaching(db, meetingId).CountAsync(a => a.DisabledAt == null, stop), await db.Meetings().CountAsync(stop));
    }
}
