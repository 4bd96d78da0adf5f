using EventApp;
using EventApp.Access;
using EventApp.Commands;
using EventApp.Layout;
using EventApp.Web;
using Shared.Access;
using Shared.CheckIn;
using Shared.Data;
using Shared.Live;
using Shared.Meetings;
using Shared.Registration;

if (ToolCommands.Find(args) is { } tool) return await tool(args[1..]);

var builder = WebApplication.CreateBuilder(ContentRoot.Options(args));
builder.AddSettings(args);
builder.AddJsonConsole();
builder.AddWebRules();

builder.Services.AddData(builder.DataDirectory());
builder.Services.AddSingleton<LiveUpdates>();
builder.Services.AddAccess();
builder.Services.AddMeetings();
builder.Services.AddRegistration();
builder.Services.AddCheckIn();

builder.AddSignIn();
builder.AddPages();

var app = builder.Build();
await using var start = await app.PrepareAsync();
if (start.Failed) return 1;

app.UseWebRules();
app.MapStaticAssets().AllowAnonymous();
app.MapAccess();
app.MapPages();

await app.RunAsync();
return 0;

public partial class Program;
