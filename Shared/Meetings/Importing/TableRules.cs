using Shared.Data.Sheets;

namespace Shared.Meetings.Importing;

/// <summary>What makes a table a list of people, of organisations, of staff.</summary>
public abstract class TableRules
{
    public abstract FieldList Fields { get; }

    /// <summary>Reads one row by itself.</summary>
    public abstract void Read(RowInput row, RowReading reading);

    /// <summary>Makes the cells of a row say one of the people it names.</summary>
    /// <param name="part">From 1.</param>
    internal virtual void TakePart(SheetCell[] cells, string name, int part, int parts) { }

    /// <summary>Looks at all rows together; asked again whenever one has changed.</summary>
    public abstract void Compare(IReadOnlyList<PreviewRow> records);
}
