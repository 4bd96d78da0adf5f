using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Chinese;
using Shared.Data;
using Shared.Live;

namespace Shared.Meetings.Importing;

public abstract record ImportListResult
{
    public sealed record Imported(int Added, int Changed) : ImportListResult;

    /// <summary>Something of the file was entered by another hand since it was read: read it again.</summary>
    public sealed record ListChangedMeanwhile : ImportListResult;
}

/// <summary>Writes a confirmed list of organisations and makes each a unit of the meeting, all or nothing.</summary>
public sealed class ImportOrganisations(IDbContextFactory<EventDb> dbs, AuditTrail audit, LiveUpdates live)
{
    public async Task<ImportListResult> RunAsync(int meetingId, MeetingListPreview preview, string who, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var organisations = await db.Organisations().Include(o => o.Aliases).ToDictionaryAsync(o => o.Id, stop);
        var keys = organisations.Values.Select(o => TextNormal.Key(o.FullName)).ToHashSet();
        var units = await db.Units().Where(u => u.MeetingId == meetingId).ToDictionaryAsync(u => u.OrganisationId, stop);
        var (last, added, changed) = (units.Count == 0 ? 0 : units.Values.Max(u => u.ListNo), 0, 0);
        foreach (var row in preview.Table.Records)
        {
            if (preview.OutcomeOf(row) is not { } outcome)
                continue;
            if (outcome.IsNew && !keys.Add(TextNormal.Key(row.Reading!.Text(OrganisationFields.FullName))))
                return new ImportListResult.ListChangedMeanwhile();
            var organisation = outcome.KnownId is { } id ? organisations[id] : Add(db, row.Reading!);
            var joins = !units.TryGetValue(organisation.Id, out var unit) || outcome.IsNew;
            if (joins)
                db.Add(unit = new Unit { MeetingId = meetingId, Organisation = organisation, ListNo = ++last });
            if (!outcome.IsNew)
                units[organisation.Id] = unit!;
            Write(organisation, unit!, row.Reading!);
            (added, changed) = joins ? (added + 1, changed) : (added, changed + (outcome.Changes.Count > 0 ? 1 : 0));
        }
        await db.SaveChangesAsync(stop);
        await audit.AddAsync(db, who, "organisations-imported", null, meetingId, $"+{added} ~{changed}", stop);
        await transaction.CommitAsync(stop);
        live.Tell(MeetingsSets.Bodies(meetingId));
        return new ImportListResult.Imported(added, changed);
    }

    static Organisation Add(EventDb db, RowReading row)
    {
        var organisation = new Organisation { FullName = row.Text(OrganisationFields.FullName)!, Kind = OrganisationKind.Other };
        db.Add(organisation);
        return organisation;
    }

    static void Write(Organisation organisation, Unit unit, RowReading row)
    {
        organisation.ShortName = row.Text(OrganisationFields.ShortName) ?? organisation.ShortName;
        organisation.Region = row.Text(OrganisationFields.Region) ?? organisation.Region;
        organisation.Kind = row[OrganisationFields.Kind] as OrganisationKind? ?? organisation.Kind;
        foreach (var alias in (row[OrganisationFields.Aliases] as NameList)?.Names ?? [])
            if (organisation.Aliases.TrueForAll(known => known.Name != alias))
                organisation.Aliases.Add(new OrganisationAlias { Name = alias });
        unit.CouncilRank = row[OrganisationFields.CouncilRank] as CouncilRank? ?? unit.CouncilRank;
        unit.LiaisonId = (row[OrganisationFields.Liaison] as StaffValue)?.Id ?? unit.LiaisonId;
    }
}
