using EventApp.Tests.CheckIn;
using Microsoft.Playwright;
using Shared.CheckIn;
using Shared.Registration;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests;

/// <summary>A desk in the lobby where people report in and are handed three things; two of one unit are expected.</summary>
public abstract class DeskJourney(Chromium chromium) : IAsyncLifetime
{
    private protected ApiHall Hall { get; } = new();
    private protected Attendee Wang { get; private set; } = null!;
    private protected Attendee Li { get; private set; } = null!;
    private protected Checkpoint Lobby { get; private set; } = null!;
    private protected StationDevice Desk { get; private set; } = null!;

    protected IPage Page => Desk.Page;

    public async ValueTask InitializeAsync()
    {
        (Wang, Li) = (Hall.AddPerson("王刚", person => person.Phone = "15400001234"), Hall.AddPerson("李娜"));
        Lobby = Hall.AddCheckpoint("大堂报到", CheckpointKind.ReportIn, "资料袋", "餐券", "房卡");
        Desk = await StationDevice.PairAsync(Hall, chromium.Browser, at: Lobby);
    }

    protected async Task FindAsync(string typed, string first, string key = "/")
    {
        await Desk.SearchAsync(key, typed);
        await Expect(Page.Locator("#found li b").First).ToHaveTextAsync(first);
    }

    protected async Task ReportInAsync(string name)
    {
        await FindAsync(name, name);
        await Page.Keyboard.PressAsync("Enter");
        await Desk.SeeAsync("Welcome");
    }

    protected async Task OpenUnitAsync()
    {
        await FindAsync("重型", "重型铸造", key: "u");
        await Page.Keyboard.PressAsync("Enter");
        await Desk.SeeScreenAsync("unit");
    }

    /// <summary>Requests to this address wait until the returned source is set.</summary>
    protected async Task<TaskCompletionSource> HoldAsync(string address)
    {
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await Page.RouteAsync(address, async route =>
        {
            await held.Task;
            try
            {
                await route.ContinueAsync();
            }
            catch (PlaywrightException)
            {
                // The page has given this try up and will send it again.
            }
        });
        return held;
    }

    private protected List<int> Present() => Hall.Read(db => db.Presences().Where(p => p.CheckpointId == Lobby.Id).Select(p => p.AttendeeId).ToList());

    private protected List<string> Given(Attendee person) => Hall.Read(db => db.HandoutsGiven().Where(g => g.AttendeeId == person.Id && g.UndoneAt == null)
        .Join(db.Set<HandoutItem>(), g => g.ItemId, i => i.Id, (_, i) => i.Name).ToList());

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Desk.DisposeAsync();
        await Hall.DisposeAsync();
    }
}
