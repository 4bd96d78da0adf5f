using EventApp.Web;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace EventApp.Access;

/// <summary>Once the server listens and there is no account yet, prints where the first organiser is made and with which token.</summary>
sealed class AnnounceFirstOrganiser(FirstOrganiserToken token, IServer server, IHostApplicationLifetime life) : IHostedService
{
    public Task StartAsync(CancellationToken stop)
    {
        life.ApplicationStarted.Register(() => _ = SayAsync());
        return Task.CompletedTask;
    }

    async Task SayAsync()
    {
        if (await token.OfferAsync() is not { } offered) return;
        var address = ServedAddresses.ToOpen(server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault());
        await Console.Out.WriteLineAsync($"{Environment.NewLine}  {address}/first-organiser{Environment.NewLine}  token: {offered}{Environment.NewLine}");
    }

    public Task StopAsync(CancellationToken stop) => Task.CompletedTask;
}
