using Shared.Data.Sheets;

namespace Shared.Meetings.Importing;

/// <summary>What one row was understood to say.</summary>
public sealed class RowReading(FieldList fields)
{
    static readonly List<Note> NoNotes = [];
    static readonly List<Correction> NoCorrections = [];
    readonly object?[] values = new object?[fields.All.Count];
    List<Note>? notes;
    List<Correction>? corrections;

    public IReadOnlyList<Note> Notes => notes ?? NoNotes;

    public IReadOnlyList<Correction> Corrections => corrections ?? NoCorrections;

    public object? this[Field field]
    {
        get => values[field.Index];
        set => values[field.Index] = value;
    }

    public Field Field(int index) => fields.All[index];

    public string? Text(Field field) => values[field.Index] as string;

    /// <summary>Sets the value, noting a correction where the cell was written differently.</summary>
    public void Take(Field field, object value, string raw, string? canonical = null)
    {
        values[field.Index] = value;
        canonical ??= value.ToString() ?? "";
        if (!string.Equals(raw, canonical, StringComparison.Ordinal))
            Correct(field, raw, canonical);
    }

    public void Correct(Field field, string from, string to) => (corrections ??= []).Add(new(field, from, to));

    public void Tell(Field? field, string code, params object[] args) => Add(new(code, NoteLevel.Remark, field, args));

    public void Warn(Field? field, string code, params object[] args) => Add(new(code, NoteLevel.Warning, field, args));

    public void Fail(Field? field, string code, params object[] args) => Add(new(code, NoteLevel.Error, field, args));

    // A note goes to people who may not read the cell.
    void Add(Note note) => (notes ??= []).Add(note.Field is { IsSensitive: true } ? note with { Args = [.. note.Args.Select(_ => "…")] } : note);
}

/// <summary>The cells of one row by what their columns mean; "as above" is already followed.</summary>
public sealed class RowInput
{
    readonly SheetCell[] cells;
    readonly bool[]? copied;

    internal RowInput(SheetCell[] cells, int number, bool hidden, RowInput? above)
    {
        this.cells = cells;
        Number = number;
        Hidden = hidden;
        for (var index = 0; index < cells.Length; index++)
            if (CellText.IsDitto(cells[index]))
            {
                (copied ??= new bool[cells.Length])[index] = true;
                cells[index] = above?.cells[index] ?? default;
            }
    }

    public int Number { get; }

    public bool Hidden { get; }

    public SheetCell this[Field field] => cells[field.Index];

    /// <summary>The cell said no more than that the row above says it.</summary>
    public bool IsCopied(Field field) => copied is not null && copied[field.Index];
}
