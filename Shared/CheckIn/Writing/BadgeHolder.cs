using Shared.Registration;

namespace Shared.CheckIn.Writing;

/// <summary>A badge, a person, or both, as the database names them. People of an unfinished import are not there.</summary>
sealed record BadgeHolder
{
    const string Columns = """
        a.Id, a.MeetingId, a.Name, a.Category, a.State, coalesce(o.ShortName, o.FullName), i.State, b.Id, b.MeetingId, b.RevokedAt IS NOT NULL, b.Number, a.UnitId
        """;
    const string People = "LEFT JOIN Unit u ON u.Id = a.UnitId LEFT JOIN Organisation o ON o.Id = u.OrganisationId LEFT JOIN RosterImport i ON i.Id = a.ImportId";
    const string ByCode = $"SELECT {Columns} FROM Badge b LEFT JOIN Attendee a ON a.Id = b.AttendeeId {People} WHERE b.CodeHash = ?1";
    const string ByPerson = $"SELECT {Columns} FROM Attendee a {People} LEFT JOIN Badge b ON b.AttendeeId = a.Id AND b.RevokedAt IS NULL WHERE a.Id = ?1";

    public ScannedPerson? Person { get; private init; }
    public AttendeeState? State { get; private init; }
    public int? BadgeId { get; private init; }
    public bool Revoked { get; private init; }

    public static BadgeHolder? Find(WriterTurn turn, int meetingId, string? code, int? attendeeId) =>
        code is null ? Read(turn[ByPerson].Set(1, attendeeId), meetingId)
        : code.Length == BadgeKey.CodeLength ? Read(turn[ByCode].Set(1, BadgeKey.Hash(code)), meetingId) : null;

    static BadgeHolder? Read(Statement found, int meetingId)
    {
        if (!found.Step()) return null;
        var (named, badged) = (!found.IsNull(0), !found.IsNull(7));
        var finished = found.IsNull(6) || found.Int(6) == (int)ImportState.Finished;
        var here = (!named || found.Int(1) == meetingId) && (!badged || found.Int(8) == meetingId);
        var holder = here && finished ? new BadgeHolder
        {
            Person = named ? new(found.Int(0), found.Text(2), found.Text(5), (AttendeeCategory)found.Int(3), found.TextOrNull(10), found.Int(11)) : null,
            State = named ? (AttendeeState)found.Int(4) : null, BadgeId = found.IntOrNull(7), Revoked = badged && found.Bool(9),
        } : null;
        found.End();
        return holder;
    }
}
