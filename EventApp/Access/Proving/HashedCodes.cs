using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Shared.Data;

namespace EventApp.Access.Proving;

/// <summary>The framework's store of users, which keeps recovery codes as PBKDF2 of them (OWASP ASVS 5.0, 6.5.2) and not as they are typed. The salt is the user's id, a random GUID.</summary>
sealed class HashedCodes(EventDb db, IdentityErrorDescriber? errors = null) : UserOnlyStore<IdentityUser, EventDb>(db, errors)
{
    const int Rounds = 210_000, Bytes = 32;

    // Taking one code away writes the others back, hashed as they are.
    const string Hashed = "pbkdf2:";

    public override Task ReplaceCodesAsync(IdentityUser user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        base.ReplaceCodesAsync(user, recoveryCodes.Select(code => code.StartsWith(Hashed, StringComparison.Ordinal) ? code : Hash(user, code)).ToList(), cancellationToken);

    public override Task<bool> RedeemCodeAsync(IdentityUser user, string code, CancellationToken cancellationToken) =>
        base.RedeemCodeAsync(user, Hash(user, code), cancellationToken);

    static string Hash(IdentityUser user, string code) =>
        Hashed + Convert.ToHexString(Rfc2898DeriveBytes.Pbkdf2(code, Encoding.UTF8.GetBytes(user.Id), Rounds, HashAlgorithmName.SHA512, Bytes));
}
