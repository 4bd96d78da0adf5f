using Shared.Data.Sheets;

namespace Shared.Registration.Importing;

/// <summary>From an opened file to a preview.</summary>
public static class RosterFile
{
    /// <param name="sheetName">Null: the one visible sheet that holds a list.</param>
    /// <returns>No preview and the reason; where there are several lists, the sheets to choose from.</returns>
    public static (RosterPreview? Preview, FileRefusal? Refusal, IReadOnlyList<string> Sheets) Preview(
        SheetFile file, string? sheetName, KnownRosterView known, IProgress<int>? rowsRead = null, CancellationToken stop = default)
    {
        FileRefusal? refusal = null;
        var found = new List<(string Name, RosterPreview Preview)>();
        foreach (var name in sheetName is null ? file.VisibleSheets : [sheetName])
        {
            var (preview, why) = Read(file, name, known, rowsRead, stop);
            refusal = Worse(refusal, why);
            if (preview is not null)
                found.Add((name, preview));
        }
        return found.Count switch
        {
            0 => (null, refusal ?? FileRefusal.Empty, []),
            1 => (found[0].Preview, null, []),
            _ => (null, FileRefusal.SeveralSheets, [.. found.Select(sheet => sheet.Name)]),
        };
    }

    static (RosterPreview? Preview, FileRefusal? Refusal) Read(SheetFile file, string name, KnownRosterView known, IProgress<int>? rowsRead, CancellationToken stop) =>
        file.Read(name, rowsRead, stop) switch
        {
            SheetResult.Filled filled => RosterPreview.Make(filled.Sheet, known.Context, known.Remembered, rowsRead, stop),
            SheetResult.Refused refused => (null, refused.Why),
            _ => throw new InvalidOperationException(),
        };

    // An empty sheet beside one without a heading says nothing.
    static FileRefusal? Worse(FileRefusal? one, FileRefusal? other) => one is null or FileRefusal.Empty ? other ?? one : one;
}
