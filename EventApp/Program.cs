using EventApp;
using EventApp.Access;
using EventApp.Commands;
using EventApp.Layout;
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
    builder.AddRooms();
    builder.Services.AddHostedService<CommandSocket>();

    var app = builder.Build();
    using var held = await app.PrepareAsync();
    await app.PrepareDemoAsync();
    app.UseWebRules();
    app.MapStaticAssets().AllowAnonymous();
    app.MapRooms();
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
