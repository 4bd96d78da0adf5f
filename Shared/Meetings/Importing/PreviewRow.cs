using Shared.Data.Sheets;

namespace Shared.Meetings.Importing;

/// <summary>One row of the file as it will be taken.</summary>
public sealed class PreviewRow
{
    const int LineLength = 60;

    List<Note>? compared;

    internal PreviewRow(SheetRow source, SkippedAs skipped)
    {
        Source = source;
        Skipped = skipped;
    }

    internal SheetRow Source { get; }

    /// <summary>The row's number in the file.</summary>
    public int Number => Source.Number;

    /// <summary>0, or the place of one of the people a cell held, from 1.</summary>
    public int Part { get; internal set; }

    public SkippedAs Skipped { get; }

    /// <summary>Null for a skipped row.</summary>
    public RowReading? Reading { get; internal set; }

    /// <summary>A value needed to make a record is missing.</summary>
    public bool IsLeftOut { get; internal set; }

    public IEnumerable<Note> Notes => Reading is null ? [] : compared is null ? Reading.Notes : Reading.Notes.Concat(compared);

    public RowStatus Status
    {
        get
        {
            if (Reading is null)
                return RowStatus.Skipped;
            var worst = Reading.Corrections.Count > 0 ? RowStatus.Corrected : RowStatus.Ok;
            foreach (var note in Notes)
                if (note.Level == NoteLevel.Error)
                    return RowStatus.Error;
                else if (note.Level == NoteLevel.Warning)
                    worst = RowStatus.Warning;
            return worst;
        }
    }

    /// <summary>The start of what the row holds, to know it again by.</summary>
    public string Line => string.Join(' ', Source.Cells.Where(cell => !cell.IsEmpty).Select(cell => CellText.Tidy(cell.Text))) is var line && line.Length > LineLength ? line[..LineLength] + "…" : line;

    /// <summary>What the cell held before anything was understood or mended.</summary>
    public string Raw(ColumnMapping mapping, Field field) =>
        mapping.ColumnOf(field) is >= 0 and var column ? Source[column].Text : "";

    /// <summary>What rows said beside each other is said anew.</summary>
    internal void ForgetCompared() => compared = null;

    public void Add(Note note) => (compared ??= []).Add(note);
}
