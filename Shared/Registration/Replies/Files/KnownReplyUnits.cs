using Microsoft.EntityFrameworkCore;
using Shared.Data;
using Shared.Meetings;
using Shared.Meetings.Importing;

namespace Shared.Registration.Replies.Files;

/// <param name="ReplyId">Null where the unit has no link yet.</param>
sealed record ReplyUnit(int Id, int OrganisationId, string Name, int? ReplyId, bool HasReplied);

/// <summary>The units of a meeting as returned files name them, and what was taken of them before; read once for a whole drop.</summary>
sealed class KnownReplyUnits
{
    readonly UnitDirectory directory;
    readonly Dictionary<int, ReplyUnit> byOrganisation;
    readonly ILookup<string, int> unitsByPerson;
    readonly ILookup<int, ReplyFile> taken;

    KnownReplyUnits(UnitDirectory directory, IEnumerable<ReplyUnit> units, ILookup<string, int> unitsByPerson, ILookup<int, ReplyFile> taken)
    {
        (this.directory, this.unitsByPerson, this.taken) = (directory, unitsByPerson, taken);
        byOrganisation = units.ToDictionary(unit => unit.OrganisationId);
    }

    public static async Task<KnownReplyUnits> ReadAsync(EventDb db, int meetingId, CancellationToken stop)
    {
        var replies = await db.Replies().AsNoTracking().Where(r => r.MeetingId == meetingId).ToDictionaryAsync(r => r.UnitId, stop);
        var units = await db.Units().AsNoTracking().Include(u => u.Organisation!.Aliases).Where(u => u.MeetingId == meetingId).ToListAsync(stop);
        var people = await db.Attendees().Known(meetingId).Where(a => a.State == AttendeeState.Confirmed || a.State == AttendeeState.OnLeave).Select(a => new { a.Name, a.UnitId }).ToListAsync(stop);
        var taken = await db.Set<ReplyFile>().AsNoTracking().Where(f => f.Reply!.MeetingId == meetingId).OrderBy(f => f.TakenAt).ThenBy(f => f.Id).ToListAsync(stop);
        return new(
            new(units.Select(u => new UnitName(u.OrganisationId, u.Organisation!.FullName, u.Organisation.ShortName, [.. u.Organisation.Aliases.Select(alias => alias.Name)]))),
            units.Select(u => new ReplyUnit(u.Id, u.OrganisationId, u.Organisation!.FullName, replies.GetValueOrDefault(u.Id)?.Id, replies.GetValueOrDefault(u.Id)?.RepliedAt is not null)),
            people.ToLookup(person => person.Name, person => person.UnitId), taken.ToLookup(file => file.ReplyId));
    }

    public ReplyUnit? ById(int unitId) => byOrganisation.Values.FirstOrDefault(unit => unit.Id == unitId);

    public ReplyUnit? ByReply(int replyId) => byOrganisation.Values.FirstOrDefault(unit => unit.ReplyId == replyId);

    /// <summary>By its full name, short name or alias, exactly or with a part of the unit behind it; nothing is guessed.</summary>
    public ReplyUnit? ByName(string name) => directory.Find(name).Unit is { } unit ? byOrganisation[unit.Id] : null;

    /// <summary>Units whose name resembles it, to choose from.</summary>
    public IReadOnlyList<string> Like(string name) => directory.Find(name).Others;

    /// <summary>The one other unit at which all these people are registered; null where they are not, or one of them is at home here.</summary>
    public ReplyUnit? ElsewhereAt(IReadOnlyList<string> names, int unitId)
    {
        if (names.Count == 0 || names.Any(name => unitsByPerson[name].Contains(unitId))) return null;
        var shared = names.Select(name => unitsByPerson[name].AsEnumerable()).Aggregate((all, own) => all.Intersect(own)).ToList();
        return shared is [var other] ? ById(other) : null;
    }

    public IReadOnlyList<ReplyFile> TakenOf(int replyId) => [.. taken[replyId]];
}
