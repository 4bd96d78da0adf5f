namespace Shared.Meetings.Importing;

/// <param name="Column">0 is column A.</param>
/// <param name="Heading">As in the file, both lines of a two-line heading.</param>
/// <param name="Field">Null: the column is not taken.</param>
/// <param name="Unwanted">Data that is never collected, whatever the file holds.</param>
/// <param name="ByHand">A person settled it.</param>
public sealed record MappedColumn(int Column, string Heading, Field? Field, bool Unwanted = false, bool ByHand = false);

/// <summary>Which column says what.</summary>
public sealed record ColumnMapping(IReadOnlyList<MappedColumn> Columns)
{
    public int ColumnOf(Field field) => Columns.FirstOrDefault(column => column.Field == field)?.Column ?? -1;

    public bool Has(Field field) => ColumnOf(field) >= 0;

    /// <summary>Gives a column to a field, which leaves the column it had; null takes the column out.</summary>
    public ColumnMapping With(int column, Field? field) => new([.. Columns.Select(mapped =>
        mapped.Column == column ? mapped with { Field = field, ByHand = true }
        : field is not null && mapped.Field == field ? mapped with { Field = null, ByHand = false }
        : mapped)]);

    /// <summary>What a person settled, by heading, so that a file with other columns in another order still finds it. A heading that stands twice is told by its place alone.</summary>
    /// <returns>Field name by tidied heading, "" where the column is not to be taken.</returns>
    public IReadOnlyDictionary<string, string> Remember() => Columns
        .Where(column => column.Heading.Length > 0)
        .GroupBy(column => HeadingText.Tidy(column.Heading))
        .Where(same => same.Count() == 1 && same.Single().ByHand)
        .ToDictionary(same => same.Key, same => same.Single().Field?.Name ?? "");
}
