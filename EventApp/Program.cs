using EventApp;
using EventApp.Access;
using EventApp.CheckIn;
using EventApp.Commands;
using EventApp.Dashboard;
using EventApp.Layout;
using EventApp.Privacy;
using EventApp.Registration;
using EventApp.Seating;
using EventApp.Trust;
using EventApp.Web;

var line = CommandLine.Parse(args);
if (line.Word is not (null or DemoCommand.Word)) return await ToolCommands.RunAsync(line);

try
{
    var builder = WebApplication.CreateBuilder(ContentRoot.Options(line.Settings));
    builder.AddSettings(line.Settings);
    if (!builder.AddDemo(line)) return 1;
    builder.AddJsonConsole();
    builder.AddProxies();
    builder.AddAddresses();
    builder.AddWebRules();
    builder.AddFeatures();
    builder.AddSignIn();
    builder.AddPages();
    builder.AddRegistrationPages();
    builder.AddPrivacyPages();
    builder.AddStationApi();
    builder.AddPrints();
    builder.AddSeatingPages();
    builder.Services.AddHostedService<CommandSocket>();

    var app = builder.Build();
    using var held = await app.PrepareAsync();
    await app.PrepareDemoAsync();
    app.UseWebRules();
    app.MapStaticAssets().AllowAnonymous();
    app.MapAccess();
    app.MapRegistration();
    app.MapPrivacy();
    app.MapStationApi();
    app.MapDashboard();
    app.MapScreen();
    app.MapPrints();
    app.MapSeating();
    app.MapTrust();
    app.MapPages();

    await app.RunAsync();
    return 0;
}
catch (Exception wrong) when (Start.Explain(wrong) is { } sentence)
{
    await Console.Error.WriteLineAsync(sentence);
    return 1;
}

public partial class Program;
