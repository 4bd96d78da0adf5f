using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bench.CheckIn;

/// <summary>E: the same web server with nothing behind it. It reads a body and sends one of the size that a check-in's answer has.</summary>
static class EmptyHost
{
    public const string Word = "empty-host";
    public const string Path = "/api/v1/check-ins";

    public static async Task RunAsync(string[] args)
    {
        var answer = new byte[int.Parse(args[0], null)];
        Array.Fill(answer, (byte)' ');
        "{}"u8.CopyTo(answer);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapPost(Path, async context =>
        {
            var read = await context.Request.BodyReader.ReadAtLeastAsync((int)context.Request.ContentLength!.Value);
            context.Request.BodyReader.AdvanceTo(read.Buffer.End);
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = answer.Length;
            await context.Response.Body.WriteAsync(answer);
        });
        await app.RunAsync();
    }
}
