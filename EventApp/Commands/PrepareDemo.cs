using Microsoft.EntityFrameworkCore;
using Shared.Data;
using Shared.Demo;
using Shared.Meetings;

namespace EventApp.Commands;

/// <summary>The secrets of this start, held until they are written down for the person who started it.</summary>
sealed class DemoSecrets
{
    public int MeetingId { get; set; }
    public string User { get; set; } = "";
    public string Password { get; set; } = "";

    /// <summary>With which each of the staff takes a desk over.</summary>
    public string StaffPin { get; set; } = "";
    public IReadOnlyList<SampleStation> Stations { get; set; } = [];
}

/// <summary>Makes the sample meeting where there is none, moves it to today where its days are past, and replaces every password and token.</summary>
sealed class PrepareDemo(IDbContextFactory<EventDb> dbs, IServiceProvider services, DemoSecrets secrets)
{
    public async Task RunAsync()
    {
        DemoFiles.Remove(services.GetRequiredService<DataDirectory>());
        await using var db = await dbs.CreateDbContextAsync();
        var found = await db.Meetings().Where(m => m.IsSample).Select(m => (int?)m.Id).SingleOrDefaultAsync();
        secrets.MeetingId = found ?? await services.GetRequiredService<MakeSampleMeeting>().RunAsync();
        await services.GetRequiredService<MoveSampleMeeting>().RunAsync(secrets.MeetingId);
        secrets.Stations = await services.GetRequiredService<RenewSampleStations>().RunAsync(secrets.MeetingId);
        secrets.StaffPin = await services.GetRequiredService<RenewDemoStaff>().RunAsync(secrets.MeetingId);
        (secrets.User, secrets.Password) = await services.GetRequiredService<RenewDemoOrganiser>().RunAsync();
    }
}
