using System.Security.Claims;
using Microsoft.Extensions.Localization;
using Shared.Access;

namespace EventApp.Access;

/// <summary>A password that is shown once, and whose it is.</summary>
public sealed record HandedPassword(string Name, string UserName, string Password);

/// <summary>What the page of accounts says of one, and lets one do to it.</summary>
static class AccountRules
{
    public static bool Everywhere(AccountView account) => account.Grants.Contains(new(Roles.Organiser));

    /// <summary>Whoever reaches further than oneself is none of one's business.</summary>
    public static bool May(ClaimsPrincipal user, AccountView account) => user.Commands(account.Grants);

    /// <summary>The roles in words, those of all meetings first.</summary>
    public static string Words(AccountView account, int meetingId, IStringLocalizer<AccessTexts> texts) => string.Join(texts["ListComma"],
        account.Grants.Where(grant => grant.Reaches(meetingId)).OrderBy(grant => grant.MeetingId is not null).ThenBy(grant => Array.IndexOf(Roles.All, grant.Role))
            .Select(grant => grant.MeetingId is null ? texts["RoleEverywhere", texts["Role_" + grant.Role]].Value : texts["Role_" + grant.Role].Value));
}
