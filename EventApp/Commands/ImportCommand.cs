using EventApp.Registration.Importing;
using Microsoft.Extensions.Localization;
using Shared.Data;
using Shared.Data.Sheets;
using Shared.Meetings;
using Shared.Meetings.Importing;
using Shared.Registration.Importing;

namespace EventApp.Commands;

/// <summary><c>import FILE</c>: previews a list of attendees, prints what it would become, and writes it unless that was not wanted. Questions take the safe answer.</summary>
sealed class ImportCommand(ToolRun run, ImportOptions options)
{
    const int Fine = 0;
    const int SomeRowInError = 1;
    const int Unusable = 2;

    readonly IStringLocalizer<ImportTexts> texts = run.Services.GetRequiredService<IStringLocalizer<ImportTexts>>();

    public static async Task<int> RunAsync(ToolRun run)
    {
        if (ImportOptions.Parse(run.Args) is { } options)
            return await new ImportCommand(run, options).RunAsync();
        await run.Error.WriteLineAsync(run.Services.GetRequiredService<IStringLocalizer<ImportTexts>>()["Cli.Usage"].Value);
        return Unusable;
    }

    async Task<int> RunAsync()
    {
        var path = run.PathOf(options.File);
        if (!File.Exists(path))
            return await RefuseAsync(texts["Cli.NoFile", path]);
        if (await MeetingAsync() is not { } meeting)
            return await RefuseAsync(texts["Cli.NoMeeting"]);
        await using var stream = File.OpenRead(path);
        var opened = await ReceivedFile.OpenAsync(Path.GetFileName(path), stream, run.Stop);
        if (opened is not SheetFileResult.Opened { File: var file })
            return await RefuseAsync(Sentences.Of(((SheetFileResult.Refused)opened).Why));
        if (!options.DryRun)
            await run.Services.GetRequiredService<TidyImports>().RunAsync(run.Stop);
        var known = await run.Services.GetRequiredService<KnownRoster>().ReadAsync(meeting, run.Stop);
        var (preview, refusal, sheets) = await OwnThread.RunAsync(() => RosterFile.Preview(file, options.Sheet, known, stop: run.Stop));
        if (preview is null)
            return await RefuseAsync(Sentences.Of(refusal!.Value, sheets));
        await PrintAsync(preview);
        var written = options.DryRun ? Fine : await WriteAsync(file, preview, known);
        return written != Fine ? written : preview.Summary().Error > 0 ? SomeRowInError : Fine;
    }

    NoteSentences Sentences => new(texts);

    // Without a year: the meeting that is on or comes next, else the latest.
    async Task<MeetingView?> MeetingAsync()
    {
        var meetings = run.Services.GetRequiredService<MeetingCalendar>();
        if (options.Year is { } year)
            return await meetings.ReadAsync(year, run.Stop);
        var all = await meetings.ReadAsync(run.Stop);
        var now = run.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        return all.LastOrDefault(meeting => meeting.LastDay >= meeting.Day(now)) ?? all.FirstOrDefault();
    }

    async Task PrintAsync(RosterPreview preview)
    {
        foreach (var (key, columns) in ((string, IEnumerable<MappedColumn>)[])[
            ("Cli.Ignored", preview.Table.Mapping.Columns.Where(column => column is { Field: null, Unwanted: false, Heading.Length: > 0 })),
            ("Cli.Unwanted", preview.Table.Mapping.Columns.Where(column => column is { Field: null, Unwanted: true }))])
            if (columns.Any())
                await run.Error.WriteLineAsync(texts[key, string.Join('、', columns.Select(column => CellText.Tidy(column.Heading)))].Value);
        if (!options.Json)
        {
            await ImportListing.PrintAsync(preview, texts, run.Out);
            return;
        }
        using var json = new MemoryStream();
        RosterReport.Write(json, preview, Sentences.Of);
        await run.Out.WriteLineAsync(System.Text.Encoding.UTF8.GetString(json.ToArray()));
    }

    async Task<int> WriteAsync(SheetFile file, RosterPreview preview, KnownRosterView known)
    {
        var plan = RosterPlan.Of(preview, file.Name, file.Sha256);
        var result = await run.Services.GetRequiredService<ImportRoster>().RunAsync(plan, known, Environment.UserName, stop: run.Stop);
        if (result is not ImportRosterResult.Imported imported)
            return await RefuseAsync(texts[$"Cli.{result.GetType().Name}"]);
        await run.Error.WriteLineAsync(texts["Cli.Imported", imported.Added, imported.Changed].Value);
        return Fine;
    }

    async Task<int> RefuseAsync(string sentence)
    {
        await run.Error.WriteLineAsync(sentence);
        return Unusable;
    }
}
