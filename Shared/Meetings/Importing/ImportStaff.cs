using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;
using Shared.Live;

namespace Shared.Meetings.Importing;

/// <summary>Writes a confirmed list of staff, all or nothing.</summary>
public sealed class ImportStaff(IDbContextFactory<EventDb> dbs, AuditTrail audit, LiveUpdates live)
{
    public async Task<ImportListResult> RunAsync(int meetingId, MeetingListPreview preview, string who, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var staff = await db.Staff().Where(s => s.MeetingId == meetingId).ToDictionaryAsync(s => s.Id, stop);
        var (added, changed) = (0, 0);
        foreach (var row in preview.Table.Records)
        {
            if (preview.OutcomeOf(row) is not { } outcome)
                continue;
            var name = row.Reading!.Text(StaffFields.Name)!;
            if (outcome.IsNew && staff.Values.Any(s => s.Name == name && !s.Left && s.Phone == row.Reading.Text(StaffFields.Phone)))
                return new ImportListResult.ListChangedMeanwhile();
            var member = outcome.KnownId is { } id ? staff[id] : new StaffMember { MeetingId = meetingId, Name = name };
            if (outcome.IsNew)
                db.Add(member);
            member.Nickname = row.Reading.Text(StaffFields.Nickname) ?? member.Nickname;
            member.Phone = row.Reading.Text(StaffFields.Phone) ?? member.Phone;
            member.Task = row.Reading.Text(StaffFields.Task) ?? member.Task;
            (added, changed) = outcome.IsNew ? (added + 1, changed) : (added, changed + (outcome.Changes.Count > 0 ? 1 : 0));
        }
        await db.SaveChangesAsync(stop);
        await audit.AddAsync(db, who, "staff-imported", null, meetingId, $"+{added} ~{changed}", stop);
        await transaction.CommitAsync(stop);
        live.Tell(MeetingsSets.Bodies(meetingId));
        return new ImportListResult.Imported(added, changed);
    }
}
