using System.Security.Claims;

namespace Shared.Access;

/// <summary>What a signed-in person is called where people read it: in logs, on prints, beside a scan.</summary>
public static class Operator
{
    public const string NameClaim = "display_name";

    public static string DisplayName(this ClaimsPrincipal user) => user.FindFirstValue(NameClaim) ?? user.Identity?.Name ?? "";
}
