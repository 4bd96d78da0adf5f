using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Shared.Data;

namespace EventApp.Web.Certificates;

/// <summary>The own authority and the server certificate it signed, in the data directory. Certificate and key share a file, so that they never part.</summary>
sealed class OwnCertificates(DataDirectory data)
{
    const string Authority = "authority.pem", Server = "server.pem", Public = "ca.crt";

    public string Folder => data.Certificates;

    /// <summary>Asked anew each time: the command may have made one meanwhile.</summary>
    /// <returns>Without its key; null where none was made.</returns>
    /// <exception cref="CannotStart">The file is damaged.</exception>
    public X509Certificate2? ReadAuthority() => Read(Public, pem => X509Certificate2.CreateFromPem(pem));

    /// <returns>With its key; null where none was made.</returns>
    /// <exception cref="CannotStart">The file is damaged.</exception>
    public X509Certificate2? ReadAuthorityWithKey() => Read(Authority, pem => X509Certificate2.CreateFromPem(pem, pem));

    /// <returns>With its key; null where none was made.</returns>
    /// <exception cref="CannotStart">The file is damaged.</exception>
    public X509Certificate2? ReadServer() => Read(Server, pem =>
    {
        using var read = X509Certificate2.CreateFromPem(pem, pem);
        // Windows serves no key that came from text alone.
        return X509CertificateLoader.LoadPkcs12(read.Export(X509ContentType.Pkcs12), null);
    });

    public void KeepAuthority(X509Certificate2 authority)
    {
        DataDirectory.Open(Folder);
        PrivateFile.Write(In(Authority), WithKey(authority));
        PrivateFile.Write(In(Public), Encoding.ASCII.GetBytes(authority.ExportCertificatePem() + "\n"));
    }

    public void KeepServer(X509Certificate2 server) => PrivateFile.Write(In(Server), WithKey(server));

    string In(string name) => Path.Combine(Folder, name);

    static byte[] WithKey(X509Certificate2 certificate)
    {
        using var key = certificate.GetECDsaPrivateKey()!;
        return Encoding.ASCII.GetBytes($"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n");
    }

    X509Certificate2? Read(string name, Func<string, X509Certificate2> parse)
    {
        if (!File.Exists(In(name))) return null;
        try
        {
            return parse(File.ReadAllText(In(name)));
        }
        catch (CryptographicException)
        {
            throw new CannotStart($"{In(name)} is damaged. Take it from a backup, or make all anew with: EventApp certificate --for NAMES --new-authority (every device then installs the new authority).");
        }
    }
}
