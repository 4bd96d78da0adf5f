using EventApp;
using EventApp.Access;
using EventApp.CheckIn;
using EventApp.Commands;
using EventApp.Dashboard;
using EventApp.Layout;
using EventApp.Registration;
using EventApp.Web;

if (ToolCommands.Find(args) is not null) return await ToolCommands.RunAsync(args);

var builder = WebApplication.CreateBuilder(ContentRoot.Options(args));
builder.AddSettings(args);
if (!builder.AddDemo(args)) return 1;
builder.AddJsonConsole();
builder.AddWebRules();
builder.AddFeatures();

builder.AddSignIn();
builder.AddPages();
builder.AddRegistrationPages();
builder.AddStationApi();
builder.AddPrints();
builder.Services.AddHostedService<CommandSocket>();

var app = builder.Build();
await using var start = await app.PrepareAsync();
if (start.Failed) return 1;
await app.PrepareDemoAsync();

app.UseWebRules();
app.UseAccountRules();
app.MapStaticAssets().AllowAnonymous();
app.MapAccess();
app.MapRegistration();
app.MapStationApi();
app.MapDashboard();
app.MapScreen();
app.MapPrints();
app.MapPages();

await app.RunAsync();
return 0;

public partial class Program;
