using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Chinese;
using Shared.Data;

namespace Shared.Meetings;

/// <summary>A member of the staff as a form holds it.</summary>
public sealed record StaffEntry
{
    /// <summary>Null for one to be added.</summary>
    public int? Id { get; init; }
    public string? Name { get; init; }
    public string? Nickname { get; init; }
    public string? Phone { get; init; }
    public string? Task { get; init; }

    /// <summary>No longer with the meeting: kept in what was recorded, offered nowhere.</summary>
    public bool Left { get; init; }
}

/// <summary>The id, or what was wrong field by field.</summary>
public sealed record SaveStaffResult(int Id, IReadOnlyList<FieldProblem> Problems);

/// <summary>Adds a member of the staff or changes one.</summary>
public sealed class SaveStaffMember(IDbContextFactory<EventDb> dbs, AuditTrail audit)
{
    public async Task<SaveStaffResult> RunAsync(int meetingId, StaffEntry entry, string who, CancellationToken stop = default)
    {
        entry = entry with { Name = TextNormal.PersonName(entry.Name), Nickname = TextNormal.Line(entry.Nickname), Phone = TextNormal.Line(entry.Phone), Task = TextNormal.Line(entry.Task) };
        var problems = Problems(entry).ToList();
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var member = entry.Id is null ? new StaffMember { MeetingId = meetingId, Name = "" } : await db.Staff().SingleOrDefaultAsync(s => s.Id == entry.Id && s.MeetingId == meetingId, stop);
        if (member is null) problems.Add(new(nameof(entry.Id), "NoSuchStaff"));
        if (problems.Count > 0) return new(0, problems);
        if (entry.Id is null) db.Add(member!);
        (member!.Name, member.Nickname, member.Task, member.Left) = (entry.Name!, Empty(entry.Nickname), Empty(entry.Task), entry.Left);
        member.Phone = Empty(entry.Phone) is { } phone ? PhoneEntry.ReadAny(phone) : null;
        await db.SaveChangesAsync(stop);
        await audit.AddAsync(db, who, entry.Id is null ? "staff-added" : "staff-changed", $"staff:{member.Id}", meetingId, null, stop);
        await transaction.CommitAsync(stop);
        return new(member.Id, []);
    }

    static IEnumerable<FieldProblem> Problems(StaffEntry entry)
    {
        if (entry.Name!.Length == 0) yield return new(nameof(entry.Name), "Missing");
        if (entry.Phone!.Length > 0 && PhoneEntry.ReadAny(entry.Phone) is null) yield return new(nameof(entry.Phone), "NotAPhone");
        foreach (var (field, text, most) in ((string, string, int)[])
            [(nameof(entry.Name), entry.Name, StaffMember.NameLength), (nameof(entry.Nickname), entry.Nickname!, StaffMember.NicknameLength), (nameof(entry.Task), entry.Task!, StaffMember.TaskLength)])
            if (text.Length > most) yield return new(field, "TooLong", most);
    }

    static string? Empty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
