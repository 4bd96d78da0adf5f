namespace Shared.Registration;

/// <summary>
/// 替会, one rule for the desk and for the days before: the place in the list, unit, room, meals, ride and with them the seat in the unit's block pass over;
/// rank, roles on stage and consents do not.
/// </summary>
static class TakenPlace
{
    static readonly (StageRoles Role, string Word)[] Roles =
        [(StageRoles.Speaks, "speaks"), (StageRoles.Signs, "signs"), (StageRoles.Receives, "receives"), (StageRoles.Witnesses, "witnesses"), (StageRoles.Presides, "presides")];

    /// <summary>The substitute, not saved yet; the original is replaced.</summary>
    /// <param name="original">With journeys and stay.</param>
    /// <param name="phone">As stored; null where none was given.</param>
    public static Attendee Take(Attendee original, string name, string? post, string? phone, DateTime at)
    {
        (original.State, original.StateReason, original.StateChangedAt, original.Version) = (AttendeeState.Replaced, null, at, original.Version + 1);
        return new()
        {
            MeetingId = original.MeetingId, UnitId = original.UnitId, ListNo = original.ListNo, Name = name, Post = post, Phone = phone, Category = WithoutRank(original.Category),
            Lodging = original.Lodging, Source = AttendeeSource.Substitute, SubstitutesForId = original.Id, ConfirmedAt = at,
            Journeys = [.. original.Journeys.Select(way => way.Copy())],
            Stay = original.Stay is { } s ? new() { Needed = s.Needed, Room = s.Room, Roommate = s.Roommate, From = s.From, To = s.To, Meals = s.Meals } : null,
        };
    }

    static AttendeeCategory WithoutRank(AttendeeCategory category) =>
        category is AttendeeCategory.Leader or AttendeeCategory.Expert or AttendeeCategory.ViceChair ? AttendeeCategory.Delegate : category;

    /// <summary>What did not pass over and is not settled yet: <c>speaks signs receives witnesses presides rank consents</c>.</summary>
    /// <param name="original">With consents, as the substitute.</param>
    public static IReadOnlyList<string> Reconfirm(Attendee original, Attendee substitute)
    {
        var consents = original.Consents.Exists(c => c.State == ConsentState.Yes && c.Purpose != ConsentPurpose.Notice && !substitute.Consents.Exists(own => own.Purpose == c.Purpose && own.State != ConsentState.Unknown));
        return [.. Roles.Where(role => original.Roles.HasFlag(role.Role) && !substitute.Roles.HasFlag(role.Role)).Select(role => role.Word),
            .. original.Category != substitute.Category ? ["rank"] : Array.Empty<string>(), .. consents ? ["consents"] : Array.Empty<string>()];
    }
}
