using System.Globalization;
using System.Security.Claims;
using Bunit;
using Bunit.TestDoubles;
using EventApp.Access;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;
using Shared.Access;
using Shared.CheckIn;
using Shared.Dashboard;
using Shared.Data;
using Shared.Data.Backups;
using Shared.Live;
using Shared.Meetings;
using Shared.Privacy;
using Shared.Registration;
using Shared.Seating;
using Shared.Shuttles;
using Shared.Tests.Registration;

namespace EventApp.Tests;

/// <summary>A page drawn on a real database of its own, in Chinese, for a signed-in organiser.</summary>
public abstract class PageTest : BunitContext
{
    BunitAuthorizationContext? signedIn;

    private protected Rosters Rosters { get; } = new();
    protected MeetingView Meeting { get; }
    protected BunitNavigationManager Navigation => Services.GetRequiredService<BunitNavigationManager>();

    // What is awaited comes in its time: a loaded machine takes longer, and only what never comes fails.
    static PageTest() => DefaultWaitTimeout = TimeSpan.FromSeconds(30);

    protected PageTest()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new("zh-CN");
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
        Services.AddLocalization();
        Services.AddSingleton(TimeProvider.System).AddSingleton<LiveUpdates>().AddSingleton(Rosters.Database.Data).AddSingleton<BackupWatch>();
        Services.AddSingleton<IDbContextFactory<EventDb>>(Rosters.Database);
        Services.AddAccess();
        Services.AddMeetings();
        Services.AddRegistration();
        Services.AddCheckIn();
        Services.AddSeating();
        Services.AddShuttles();
        Services.AddPrivacy();
        Services.AddDashboard();
        SignIn(Roles.Organiser);
        Meeting = new MeetingCalendar(Rosters.Database).ReadAsync(Rosters.Meeting.Year).GetAwaiter().GetResult()!;
    }

    protected void SignIn(params string[] roles) =>
        (signedIn ??= AddAuthorization()).SetAuthorized("xiaosong").SetClaims([new Claim(Operator.NameClaim, "小松"), new Claim(ClaimTypes.NameIdentifier, "user-1"), .. roles.Select(role => Grant.Parse(role)!.Value.ToClaim())]);

    /// <summary>The page at its address, with the dialogs that it opens.</summary>
    protected IRenderedComponent<IComponent> Open<TPage>(string path) where TPage : IComponent
    {
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        Navigation.NavigateTo(path);
        Render<MudPopoverProvider>();
        Dialogs = Render<MudDialogProvider>();
        return (IRenderedComponent<IComponent>)Render<CascadingValue<MeetingView>>(parameters => parameters
            .Add(c => c.Value, Meeting).AddChildContent<TPage>(page =>
            {
                if (typeof(TPage).GetProperty("Year") is not null) page.TryAdd("Year", Meeting.Year);
            }));
    }

    /// <summary>Clicks the last button that bears the text, without a render between finding and clicking.</summary>
    protected static void Press<TComponent>(IRenderedComponent<TComponent> shown, string text) where TComponent : IComponent =>
        shown.InvokeAsync(() => shown.FindAll("button").Last(button => button.TextContent.Trim() == text).Click());

    protected IRenderedComponent<MudDialogProvider> Dialogs { get; private set; } = null!;

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        Rosters.Dispose();
    }
}
