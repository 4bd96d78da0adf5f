using EventApp.Access;
using EventApp.Tests;
using EventApp.Tests.Hostile;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shared.Access;
using Shared.CheckIn;
using Shared.Data;
using Shared.Demo;
using Shared.Meetings;
using Shared.Registration;
using Shared.Registration.Replies;
using Shared.Shuttles;

namespace Browser.Tests;

/// <summary>The running program with the sample meeting in which every text that somebody can have typed is a hostile one.</summary>
public sealed class HostileApp : IAsyncLifetime
{
    internal RunningApp App { get; } = new("Limits:StationPerSecond=100000", "Limits:StationBurst=100000", "Limits:AddressPerSecond=100000", "Limits:SearchPerSecond=100000", "Limits:PairingPerMinute=1000");

    internal MeetingView Meeting { get; private set; } = null!;

    /// <summary>Who walks: organiser, catering and liaison of the first units, under a name that is markup.</summary>
    public const string Walker = "</script><x-h>";

    /// <summary>The token of a display link.</summary>
    public string Display { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        await using var scope = App.Services.CreateAsyncScope();
        (Meeting, Display) = await SampleRows.AddAsync(scope.ServiceProvider);
        await scope.ServiceProvider.GetRequiredService<CreateAccount>().RunAsync("liaison", "<x-h>", RunningApp.Password, [new Grant(Roles.Liaison, Meeting.Id)]);
        await App.AddAccountAsync(Walker, Roles.Organiser, Roles.Catering, Roles.Liaison);
        await using var db = await App.Get<IDbContextFactory<EventDb>>().CreateDbContextAsync();
        await db.RunSqlAsync($"UPDATE StaffMember SET UserId = (SELECT Id FROM AspNetUsers WHERE UserName = '{Walker}') WHERE Id = (SELECT MIN(LiaisonId) FROM Unit)");
        await OneRowEach.AddAsync(db, Meeting.Id);
        await TextColumns.PlantAsync(db, (column, at) => HostileTexts.Sql(column.Length, at));
        await scope.ServiceProvider.GetRequiredService<AuditTrail>().AddAsync(Walker, "account-tied", Walker, Meeting.Id, Walker);
        foreach (var text in HostileTexts.All) await scope.ServiceProvider.GetRequiredService<AuditTrail>().AddAsync(text, "note-changed", "attendee:1", Meeting.Id, text);
    }

    /// <summary>What somebody in the hall bears or has been sent: a station's pairing code, a badge's code and four digits of a phone, a reply link, links to a person's own page and to a driver's.</summary>
    public async Task<(string Pairing, string Badge, string Digits, string Reply, string Own, string Driver)> KeysAsync()
    {
        await using var scope = App.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        await using var db = await App.Get<IDbContextFactory<EventDb>>().CreateDbContextAsync();
        var person = await db.Attendees().Where(a => a.MeetingId == Meeting.Id && a.Phone != null && a.State == AttendeeState.Confirmed).OrderByDescending(a => a.Id).FirstAsync();
        var badges = (await ActivatorUtilities.CreateInstance<SampleKeys>(services).ReadAsync(Meeting.Id)).Badges;
        var staff = await db.Staff().Select(s => s.Id).FirstAsync();
        var pairing = await services.GetRequiredService<OpenPairing>().RunAsync(Meeting.Id, new() { Name = "</title><x-h>", Kind = StationKind.Desk, OperatorId = staff }, "小松");
        var reply = (await services.GetRequiredService<InviteUnits>().RunAsync(Meeting.Id, [person.UnitId], sent: true, "小松"))[0];
        var own = (await services.GetRequiredService<MakeAttendeeLinks>().RunAsync(Meeting.Id, [person.Id], "小松"))[0];
        var vehicle = await db.Vehicles().Where(v => v.MeetingId == Meeting.Id && !v.Retired).Select(v => v.Id).FirstAsync();
        var driver = (await services.GetRequiredService<MakeDriverLink>().RunAsync(Meeting.Id, vehicle, "小郑"))!;
        return (pairing.Code, badges[^1].Code, person.Phone![^4..], $"/reply/{reply.ReplyId}#{reply.Token}", own.Address, driver.Address);
    }

    public async ValueTask DisposeAsync() => await App.DisposeAsync();
}
