using System.Security.Cryptography.X509Certificates;

namespace EventApp.Web.Certificates;

abstract record MakeCertificateResult
{
    /// <param name="NewAuthority">Every device has to install it.</param>
    public sealed record Made(X509Certificate2 Authority, X509Certificate2 Server, bool NewAuthority) : MakeCertificateResult;

    /// <summary>The authority may not sign for these.</summary>
    public sealed record Outside(IReadOnlyList<ServedName> Names) : MakeCertificateResult;
    public sealed record AuthorityEnded(DateTime At) : MakeCertificateResult;
}

/// <summary>A new server certificate for the names given, signed by the authority that devices already trust; the first time, or when asked for, by a new one.</summary>
sealed class MakeCertificate(OwnCertificates own, TimeProvider clock)
{
    public MakeCertificateResult Run(IReadOnlyList<ServedName> names, int? years = null, bool newAuthority = false)
    {
        var now = clock.GetUtcNow();
        var known = newAuthority ? null : own.ReadAuthorityWithKey();
        if (known is not null)
        {
            if (known.NotAfter.ToUniversalTime() <= now.UtcDateTime) return new MakeCertificateResult.AuthorityEnded(known.NotAfter.ToUniversalTime());
            var may = NameConstraints.Of(known);
            if (names.Where(name => !may.Permits(name)).ToList() is { Count: > 0 } outside) return new MakeCertificateResult.Outside(outside);
        }
        var authority = known ?? OwnAuthority.Make(NameConstraints.For(names), years ?? OwnAuthority.UsualYears, now);
        var server = OwnAuthority.Sign(authority, names, now);
        if (known is null) own.KeepAuthority(authority);
        own.KeepServer(server);
        return new MakeCertificateResult.Made(authority, server, known is null);
    }
}
