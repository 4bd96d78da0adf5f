using System.Globalization;
using System.Security.Claims;

namespace Shared.Access;

/// <summary>The words for roles, as they stand in grants.</summary>
public static class Roles
{
    /// <summary>Everything but diets.</summary>
    public const string Organiser = "organiser";

    /// <summary>Check-in, search, walk-ins, hand-outs.</summary>
    public const string Desk = "desk";

    /// <summary>Their own units, phones in full.</summary>
    public const string Liaison = "liaison";

    /// <summary>Shuttles.</summary>
    public const string Dispatcher = "dispatcher";

    /// <summary>Programme, signing, awards.</summary>
    public const string StageManager = "stage-manager";

    /// <summary>Diets, rooms, meals; diets are read by nobody else.</summary>
    public const string Catering = "catering";

    /// <summary>The overview alone.</summary>
    public const string Viewer = "viewer";

    public static readonly string[] All = [Organiser, Desk, Liaison, Dispatcher, StageManager, Catering, Viewer];
}

/// <summary>A role somebody holds, several to one account; kept as a claim of the framework's user: <c>desk@3</c>, <c>organiser</c>.</summary>
/// <param name="MeetingId">The one meeting it holds for; null for all of this installation, those to come too.</param>
public readonly record struct Grant(string Role, int? MeetingId = null)
{
    public const string ClaimType = "grant";

    /// <summary>Stands between the role and its meeting; a grant without it holds in all.</summary>
    internal const string At = "@";

    public Claim ToClaim() => new(ClaimType, ToString());

    public override string ToString() => MeetingId is { } id ? string.Create(CultureInfo.InvariantCulture, $"{Role}{At}{id}") : Role;

    /// <summary>Null for what no grant says.</summary>
    public static Grant? Parse(string text) => text.Split(At) switch
    {
        [var role] when Roles.All.Contains(role) => new(role),
        [var role, var id] when Roles.All.Contains(role) && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var meeting) => new(role, meeting),
        _ => null,
    };

    /// <summary>Whether the grant reaches into the meeting.</summary>
    public bool Reaches(int meetingId) => MeetingId is null || MeetingId == meetingId;
}

/// <summary>What a signed-in person's grants say.</summary>
public static class Grants
{
    public static IEnumerable<Grant> Of(ClaimsPrincipal user) => Of(user.FindAll(Grant.ClaimType).Select(claim => claim.Value));

    /// <summary>What values as they are stored say; what no grant says is left out.</summary>
    public static IEnumerable<Grant> Of(IEnumerable<string> values) => values.Select(Grant.Parse).OfType<Grant>();

    /// <summary>Whether one of the roles is held in the meeting.</summary>
    public static bool Holds(this ClaimsPrincipal user, int meetingId, params string[] roles) => Of(user).Any(grant => grant.Reaches(meetingId) && roles.Contains(grant.Role));

    /// <summary>Whether one of the roles is held in any meeting at all.</summary>
    public static bool HoldsAnywhere(this ClaimsPrincipal user, params string[] roles) => Of(user).Any(grant => roles.Contains(grant.Role));

    /// <summary>Whether the role is held in every meeting: only then what belongs to no meeting is open.</summary>
    public static bool HoldsEverywhere(this ClaimsPrincipal user, string role) => Of(user).Contains(new(role));

    /// <summary>Whether the person has anything to do in the meeting.</summary>
    public static bool Reaches(this ClaimsPrincipal user, int meetingId) => Of(user).Any(grant => grant.Reaches(meetingId));

    /// <summary>Whether the person may grant and take these: an organiser wherever they hold.</summary>
    public static bool Commands(this ClaimsPrincipal user, IEnumerable<Grant> grants) =>
        grants.All(grant => grant.MeetingId is { } id ? user.Holds(id, Roles.Organiser) : user.HoldsEverywhere(Roles.Organiser));
}
