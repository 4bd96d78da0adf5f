using Microsoft.AspNetCore.Identity;
using Shared.Access;

namespace EventApp.Access;

/// <summary>Refuses names in which a phone number stands: they go into the audit trail, which holds none, as they are.</summary>
sealed class RefusePhone : IUserValidator<IdentityUser>
{
    public const string UserName = "PhoneInUserName", DisplayName = "PhoneInDisplayName";

    public Task<IdentityResult> ValidateAsync(UserManager<IdentityUser> manager, IdentityUser user) => Task.FromResult(StandsIn(user.UserName) ? Refused(UserName) : IdentityResult.Success);

    public static bool StandsIn(string? name) => Masked.InText(name) != name;

    public static IdentityResult Refused(string code) => IdentityResult.Failed(new IdentityError { Code = code, Description = "A phone number stands in the name." });
}
