using EventApp.Registration.Importing;
using Microsoft.Extensions.Localization;
using Shared.Meetings.Importing;
using Shared.Registration.Importing;

namespace EventApp.Commands;

/// <summary>A preview for a person at a terminal: what needs a look, then the numbers.</summary>
static class ImportListing
{
    public static async Task PrintAsync(RosterPreview preview, IStringLocalizer<ImportTexts> texts, TextWriter to)
    {
        var sentences = new NoteSentences(texts);
        foreach (var row in preview.Table.Records.Where(row => row.Status > RowStatus.Ok))
        {
            await to.WriteLineAsync(texts["Cli.Row", row.Number, sentences.Of(row.Status), preview.ValueOf(row, RosterFields.Name) ?? ""].Value);
            foreach (var correction in row.Reading!.Corrections.Where(correction => !correction.Field.IsSensitive))
                await to.WriteLineAsync("  " + texts["Cli.Corrected", sentences.Of(correction.Field), correction.From, correction.To]);
            foreach (var note in row.Notes)
                await to.WriteLineAsync("  " + sentences.Of(note));
        }
        var (ok, corrected, warning, error, skipped, people, units) = preview.Summary();
        await to.WriteLineAsync(texts["Cli.Summary", ok, corrected, warning, error, skipped, people, units].Value);
    }
}
