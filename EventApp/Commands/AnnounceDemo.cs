using EventApp.Web;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Shared.CheckIn;
using Shared.Data;
using Shared.Demo;

namespace EventApp.Commands;

/// <summary>Once the server listens, writes the demo's keys beside its data and says where to sign in.</summary>
sealed class AnnounceDemo(IServiceProvider services, DemoSecrets secrets, DataDirectory data, IHostApplicationLifetime life) : IHostedService
{
    public Task StartAsync(CancellationToken stop)
    {
        life.ApplicationStarted.Register(() => _ = SayAsync());
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken stop) => Task.CompletedTask;

    async Task SayAsync()
    {
        try
        {
            var url = ServedAddresses.ToOpen(services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault());
            await using var scope = services.CreateAsyncScope();
            var sample = await scope.ServiceProvider.GetRequiredService<SampleKeys>().ReadAsync(secrets.MeetingId);
            DemoFiles.Write(data, url, sample, secrets);
            await Console.Out.WriteLineAsync(Lines(url));
        }
        catch (Exception failed)
        {
            await Console.Error.WriteLineAsync($"The demo's keys could not be written: {failed.Message}");
            life.StopApplication();
        }
    }

    string Lines(string url) => string.Join(Environment.NewLine,
        "",
        $"  {url}/sign-in",
        $"  user:      {secrets.User}",
        $"  password:  {secrets.Password}",
        $"  staff PIN: {secrets.StaffPin}",
        $"  kiosk PIN: {secrets.Stations.First(s => s.Kind == StationKind.Kiosk).Pin}",
        $"  stations:  {url}/station (tokens in {data.In(DemoFiles.Keys)})",
        "");
}
