using System.Globalization;
using EventApp.Web;
using EventApp.Web.Certificates;
using Shared.Data;

namespace EventApp.Commands;

/// <summary><c>certificate</c>: https for a venue without a public name. Makes an own authority once and a server certificate each time, both in the data directory.</summary>
static class CertificateCommand
{
    const int Fine = 0, Refused = 1, Unusable = 2;

    // What the start line proposes to listen at, on every address of the machine.
    const string Http = "http://*:5280", Https = "https://*:5281";

    static readonly string Usage = $"Usage: EventApp certificate {CertificateOptions.For} NAME[,NAME…] [{CertificateOptions.HowLong} 1–{OwnAuthority.MostYears}] [{CertificateOptions.Anew}]";

    public static async Task<int> RunAsync(ToolRun run)
    {
        if (CertificateOptions.Parse(run.Args) is not { } options) return await SayAsync(run, Usage, Unusable);
        if (options.Wrong.Count > 0) return await SayAsync(run, $"{string.Join(", ", options.Wrong.Select(word => $"\"{word}\""))}: not a host name and not the address of one machine. Give what devices type between https:// and the port, like hui.example.com or 192.168.1.20.", Unusable);
        if (options.Names.Count == 0) return await ProposeAsync(run);
        var own = new OwnCertificates(run.Services.GetRequiredService<DataDirectory>());
        try
        {
            return new MakeCertificate(own, run.Services.GetRequiredService<TimeProvider>()).Run(options.Names, options.Years, options.NewAuthority) switch
            {
                MakeCertificateResult.Made made => await TellAsync(run, made, options),
                MakeCertificateResult.AuthorityEnded ended => await SayAsync(run, $"The authority in {own.Folder} ended on {Day(ended.At)}. Make a new one with {CertificateOptions.Anew}; every device then has to install it.", Refused),
                MakeCertificateResult.Outside outside => await SayAsync(run, $"The authority in {own.Folder} may not sign for {Listed(outside.Names)}: devices that trust it trust it for the names it was made for and for addresses inside a local network. Leave that out, or make a new authority with {CertificateOptions.Anew}; every device then has to install it.", Refused),
                _ => Refused,
            };
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return await SayAsync(run, $"Nothing can be written in {own.Folder} ({wrong.Message}). Run this as the owner of the data directory, or name another with --data.", Unusable);
        }
    }

    static async Task<int> ProposeAsync(ToolRun run)
    {
        await run.Error.WriteLineAsync(Usage);
        return await SayAsync(run, MachineNames.Proposal() is { } proposal
            ? $"Name what devices will type. For this machine:{Environment.NewLine}  {Line(run, "certificate", CertificateOptions.For, proposal)}"
            : "This machine has no address that other machines reach. Connect it to the network of the venue first, or name an address it will have.", Unusable);
    }

    static async Task<int> TellAsync(ToolRun run, MakeCertificateResult.Made made, CertificateOptions options)
    {
        var (data, name) = (run.Services.GetRequiredService<DataDirectory>(), options.Names[0].InUrl);
        using var free = ServerLock.TryTake(data);
        string[] lines =
        [
            $"Authority:    {(made.NewAuthority ? "new" : "the one that devices know")}, ends {Day(made.Authority.NotAfter.ToUniversalTime())}",
            $"  SHA-256     {OwnAuthority.Fingerprint(made.Authority)}",
            $"Certificate:  {Listed(options.Names)}; ends {Day(made.Server.NotAfter.ToUniversalTime())}",
            .. options.Years is not null && !made.NewAuthority ? (string[])[$"{CertificateOptions.HowLong} counts only where a new authority is made."] : [],
            "",
            free is null ? "A server runs on this data directory: stop it, then start it so:" : "Start:",
            $"  {Line(run, "--urls", $"{Http};{Https}")}",
            .. made.NewAuthority ? (string[])["Then open on each device, compare the SHA-256 above and follow the steps:", $"  http://{name}:5280/trust"] : [],
            $"From then on:{Environment.NewLine}  https://{name}:5281",
        ];
        foreach (var line in lines) await run.Out.WriteLineAsync(line);
        return Fine;
    }

    static string Line(ToolRun run, params IEnumerable<string> words) => ProgramLine.Of([.. words, "--data", run.Services.GetRequiredService<DataDirectory>().Path]);

    static string Listed(IEnumerable<ServedName> names) => string.Join(", ", names.Select(name => name.Text));

    static string Day(DateTime at) => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static async Task<int> SayAsync(ToolRun run, string sentence, int code)
    {
        await run.Error.WriteLineAsync(sentence);
        return code;
    }
}
