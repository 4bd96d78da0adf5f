using Shared.Access;

namespace EventApp.Web;

/// <summary>Names of the authorization policies. What has none is open to nobody but signed-in people.</summary>
public static class Policies
{
    /// <summary>An organiser of the meeting in the address.</summary>
    public const string Organiser = "organiser";

    /// <summary>An organiser of all meetings: for what belongs to none.</summary>
    public const string Installation = "installation";

    /// <summary>Who checks people in.</summary>
    public const string Desk = "desk";

    /// <summary>Who may see how far the meeting has come; a desk's account is often in many hands.</summary>
    public const string Overview = "overview";

    /// <summary>Who plans the shuttles.</summary>
    public const string Shuttles = "shuttles";

    /// <summary>Who arranges presidium, tables and stage.</summary>
    public const string Stage = "stage";

    /// <summary>Who looks after units.</summary>
    public const string Liaison = "liaison";

    /// <summary>Who feeds and houses people: nobody else reads a diet, an organiser neither.</summary>
    public const string Catering = "catering";

    /// <summary>Whoever has any role in the meeting.</summary>
    public const string Staff = "staff";

    /// <summary>The roles that each opens to; <see cref="Installation"/> needs more than a role in a meeting.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> ByRole = new Dictionary<string, string[]>
    {
        [Organiser] = [Roles.Organiser], [Desk] = [Roles.Organiser, Roles.Desk], [Shuttles] = [Roles.Organiser, Roles.Dispatcher], [Liaison] = [Roles.Organiser, Roles.Liaison], [Stage] = [Roles.Organiser, Roles.StageManager],
        [Catering] = [Roles.Catering],
        [Overview] = [.. Roles.All.Where(role => role != Roles.Desk)], [Staff] = Roles.All,
    };
}

/// <summary>Names of the limits that more than one folder puts on its endpoints.</summary>
public static class Limits
{
    /// <summary>Whoever bears no token, by address.</summary>
    public const string Address = "address";
}
