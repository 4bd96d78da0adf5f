using System.Security.Claims;

namespace Shared.Access;

/// <summary>What a signed-in person is called where people read it: in logs, on prints, beside a scan.</summary>
public static class Operator
{
    public const string NameClaim = "display_name";

    /// <summary>Borne while the password is the one that was handed over.</summary>
    public const string OneTimeClaim = "one_time_password";

    /// <summary>Borne by an account of one meeting, with the meeting's id.</summary>
    public const string MeetingClaim = "meeting";

    /// <summary>The one meeting of the account; null for all.</summary>
    public static int? MeetingId(this ClaimsPrincipal user) =>
        int.TryParse(user.FindFirstValue(MeetingClaim), System.Globalization.CultureInfo.InvariantCulture, out var id) ? id : null;

    public static string DisplayName(this ClaimsPrincipal user) => user.FindFirstValue(NameClaim) ?? user.Identity?.Name ?? "";
}
