using Microsoft.EntityFrameworkCore;
using Shared.Chinese;
using Shared.Data;

namespace Shared.Meetings.Importing;

/// <summary>The bodies and the staff of a meeting, to read lists against.</summary>
public sealed class KnownLists(IDbContextFactory<EventDb> dbs)
{
    public async Task<KnownListsView> ReadAsync(int meetingId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var staff = await db.Staff().AsNoTracking().Where(s => s.MeetingId == meetingId && !s.Left).OrderBy(s => s.Id).ToListAsync(stop);
        var units = await db.Units().AsNoTracking().Where(u => u.MeetingId == meetingId).ToDictionaryAsync(u => u.OrganisationId, stop);
        var organisations = await db.Organisations().AsNoTracking().Include(o => o.Aliases).OrderBy(o => o.Id).ToListAsync(stop);
        var names = staff.SelectMany(s => new[] { s.Name, s.Nickname }.OfType<string>().Select(name => (Key: TextNormal.Key(name), s.Id))).Distinct()
            .GroupBy(name => name.Key).Where(same => same.Count() == 1).ToDictionary(same => same.Key, same => same.Single().Id);
        return new(meetingId,
            new UnitDirectory(organisations.Select(o => new UnitName(o.Id, o.FullName, o.ShortName, [.. o.Aliases.Select(alias => alias.Name)]))),
            organisations.ToDictionary(o => o.Id, o => new KnownRow(o.Id, ValuesOf(o, units.GetValueOrDefault(o.Id), staff), units.ContainsKey(o.Id))),
            [.. staff.Select(s => new KnownRow(s.Id, ValuesOf(s)))], names);
    }

    static object?[] ValuesOf(Organisation organisation, Unit? unit, IReadOnlyList<StaffMember> staff)
    {
        var values = new object?[OrganisationFields.All.All.Count];
        values[OrganisationFields.FullName.Index] = organisation.FullName;
        values[OrganisationFields.ShortName.Index] = organisation.ShortName;
        values[OrganisationFields.Aliases.Index] = organisation.Aliases.Count == 0 ? null : new NameList([.. organisation.Aliases.Select(alias => alias.Name)]);
        values[OrganisationFields.Kind.Index] = organisation.Kind;
        values[OrganisationFields.Region.Index] = organisation.Region;
        values[OrganisationFields.CouncilRank.Index] = unit?.CouncilRank;
        values[OrganisationFields.Liaison.Index] = staff.FirstOrDefault(s => s.Id == unit?.LiaisonId) is { } liaison ? new StaffValue(liaison.Id, liaison.Nickname ?? liaison.Name) : null;
        return values;
    }

    static object?[] ValuesOf(StaffMember staff)
    {
        var values = new object?[StaffFields.All.All.Count];
        values[StaffFields.Name.Index] = staff.Name;
        values[StaffFields.Nickname.Index] = staff.Nickname;
        values[StaffFields.Phone.Index] = staff.Phone;
        values[StaffFields.Task.Index] = staff.Task;
        return values;
    }
}
