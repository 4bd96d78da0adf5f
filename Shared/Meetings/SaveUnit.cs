using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Chinese;
using Shared.Data;
using Shared.Live;

namespace Shared.Meetings;

/// <summary>An organisation and how it takes part in one meeting, as a form holds it.</summary>
public sealed record UnitEntry
{
    /// <summary>Null for one to be added.</summary>
    public int? Id { get; init; }
    public string? FullName { get; init; }
    public string? ShortName { get; init; }

    /// <summary>Other names, each by itself.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];
    public OrganisationKind Kind { get; init; } = OrganisationKind.Enterprise;
    public string? Region { get; init; }

    /// <summary>Null for a guest body, which never counts among the members.</summary>
    public CouncilRank? Rank { get; init; }
    public DateOnly? JoinedOn { get; init; }
    public DateOnly? LeftOn { get; init; }
    public int? LiaisonId { get; init; }
}

/// <summary>The unit's id, or what was wrong field by field.</summary>
public sealed record SaveUnitResult(int Id, IReadOnlyList<FieldProblem> Problems);

/// <summary>Adds a unit to a meeting or changes one. The organisation's names are the same in all years; an organisation that another year knows is taken up again.</summary>
public sealed class SaveUnit(IDbContextFactory<EventDb> dbs, AuditTrail audit, LiveUpdates live)
{
    public async Task<SaveUnitResult> RunAsync(int meetingId, UnitEntry entry, string who, CancellationToken stop = default)
    {
        entry = Clean(entry);
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var problems = Problems(entry).ToList();
        var unit = entry.Id is null ? null : await db.Units().Include(u => u.Organisation!.Aliases).SingleOrDefaultAsync(u => u.Id == entry.Id && u.MeetingId == meetingId, stop);
        if (entry.Id is not null && unit is null) problems.Add(new(nameof(entry.Id), "NoSuchUnit"));
        if (problems.Count == 0) problems.AddRange(await TakenAsync(db, meetingId, entry, unit, stop));
        if (entry.LiaisonId is { } liaison && !await db.Staff().AnyAsync(s => s.Id == liaison && s.MeetingId == meetingId, stop)) problems.Add(new(nameof(entry.LiaisonId), "UnknownStaff"));
        if (problems.Count > 0) return new(0, problems);
        unit ??= await NewAsync(db, meetingId, entry.FullName!, stop);
        Write(entry, unit);
        await db.SaveChangesAsync(stop);
        await audit.AddAsync(db, who, entry.Id is null ? "unit-added" : "unit-changed", $"unit:{unit.Id}", meetingId, entry.FullName, stop);
        await transaction.CommitAsync(stop);
        live.Tell(MeetingsSets.Bodies(meetingId));
        return new(unit.Id, []);
    }

    static UnitEntry Clean(UnitEntry entry) => entry with
    {
        FullName = TextNormal.Line(entry.FullName), ShortName = TextNormal.Line(entry.ShortName), Region = TextNormal.Line(entry.Region),
        Aliases = [.. entry.Aliases.Select(TextNormal.Line).Where(alias => alias.Length > 0).DistinctBy(TextNormal.Key)],
    };

    static IEnumerable<FieldProblem> Problems(UnitEntry entry)
    {
        if (entry.FullName!.Length == 0) yield return new(nameof(entry.FullName), "Missing");
        if (entry.FullName.Length > Organisation.NameLength) yield return new(nameof(entry.FullName), "TooLong", Organisation.NameLength);
        if (entry.ShortName!.Length > Organisation.ShortNameLength) yield return new(nameof(entry.ShortName), "TooLong", Organisation.ShortNameLength);
        if (entry.Region!.Length > Organisation.RegionLength) yield return new(nameof(entry.Region), "TooLong", Organisation.RegionLength);
        if (entry.Aliases.Any(alias => alias.Length > Organisation.NameLength)) yield return new(nameof(entry.Aliases), "TooLong", Organisation.NameLength);
        if (entry.LeftOn < entry.JoinedOn) yield return new(nameof(entry.LeftOn), "BeforeJoined");
    }

    // One name must not mean two units of a meeting; a full name is one organisation in all years.
    static async Task<IEnumerable<FieldProblem>> TakenAsync(EventDb db, int meetingId, UnitEntry entry, Unit? own, CancellationToken stop)
    {
        if (own is not null && await db.Organisations().AnyAsync(o => o.FullName == entry.FullName && o.Id != own.OrganisationId, stop)) return [new(nameof(entry.FullName), "NameTaken")];
        var others = await db.Units().AsNoTracking().Where(u => u.MeetingId == meetingId && u.Id != entry.Id).Include(u => u.Organisation!.Aliases).ToListAsync(stop);
        var taken = others.SelectMany(u => u.Organisation!.Aliases.Select(a => a.Name).Append(u.Organisation.FullName).Append(u.Organisation.ShortName)).Select(TextNormal.Key).ToHashSet();
        taken.Remove("");
        (string Field, string? Name)[] names = [(nameof(entry.FullName), entry.FullName), (nameof(entry.ShortName), entry.ShortName), .. entry.Aliases.Select(alias => (nameof(entry.Aliases), (string?)alias))];
        return names.Where(name => taken.Contains(TextNormal.Key(name.Name))).Select(name => new FieldProblem(name.Field, "NameTaken"));
    }

    static async Task<Unit> NewAsync(EventDb db, int meetingId, string fullName, CancellationToken stop)
    {
        var known = await db.Organisations().Include(o => o.Aliases).SingleOrDefaultAsync(o => o.FullName == fullName, stop);
        var unit = new Unit
        {
            MeetingId = meetingId, Organisation = known ?? new Organisation { FullName = fullName },
            ListNo = await db.Units().Where(u => u.MeetingId == meetingId).MaxAsync(u => (int?)u.ListNo, stop) + 1 ?? 1,
        };
        db.Add(unit);
        return unit;
    }

    static void Write(UnitEntry entry, Unit unit)
    {
        var body = unit.Organisation!;
        (body.FullName, body.ShortName, body.Kind, body.Region) = (entry.FullName!, Empty(entry.ShortName), entry.Kind, Empty(entry.Region));
        body.Aliases.RemoveAll(alias => !entry.Aliases.Contains(alias.Name));
        body.Aliases.AddRange(entry.Aliases.Where(name => !body.Aliases.Exists(alias => alias.Name == name)).Select(name => new OrganisationAlias { Name = name }).ToList());
        if (entry.Rank is not null && unit.CouncilRank is null) unit.Basis ??= MembershipBasis.Explicit;
        (unit.CouncilRank, unit.JoinedOn, unit.LeftOn, unit.LiaisonId) = (entry.Rank, entry.JoinedOn, entry.LeftOn, entry.LiaisonId);
    }

    static string? Empty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
