using Microsoft.AspNetCore.Identity;

namespace EventApp.Access;

/// <summary>Refuses what is tried first by whoever tries passwords: common ones and those made of them, rows of keys, dates, one's own name.</summary>
sealed class RefuseGuessable : IPasswordValidator<IdentityUser>
{
    public const string Code = "PasswordGuessable";

    // Of zxcvbn's 0 to 4: what falls to fewer than a million guesses is among those tried first.
    const int Hard = 2;

    // What lies behind does not make the beginning worse, and the search takes its time.
    const int Read = 40;

    // Words that lie near here and stand in no list.
    static readonly string[] Near = ["nianhui", "qiqihaer", "qiqihar", "qiandao", "organiser", "meeting"];

    public Task<IdentityResult> ValidateAsync(UserManager<IdentityUser> manager, IdentityUser user, string? password)
    {
        var start = password is { Length: > Read } ? password[..Read] : password ?? "";
        string[] known = [.. Near, .. user.UserName is { Length: > 0 } name ? [name] : Array.Empty<string>()];
        var guessed = Zxcvbn.Zxcvbn.MatchPassword(start, known).Score < Hard;
        return Task.FromResult(guessed ? IdentityResult.Failed(new IdentityError { Code = Code, Description = "The password is among those that are tried first." }) : IdentityResult.Success);
    }
}
