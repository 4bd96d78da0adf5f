using System.Security.Claims;

namespace Shared.Access;

/// <summary>What a signed-in person is called where people read it: in logs, on prints, beside a scan.</summary>
public static class Operator
{
    public const string NameClaim = "display_name";

    /// <summary>Borne while the password is the one that was handed over.</summary>
    public const string OneTimeClaim = "one_time_password";

    /// <summary>Borne by an organiser who has no second step yet where the installation asks for one.</summary>
    public const string NoSecondStepClaim = "no_second_step";

    public static string DisplayName(this ClaimsPrincipal user) => user.FindFirstValue(NameClaim) ?? user.Identity?.Name ?? "";
}
