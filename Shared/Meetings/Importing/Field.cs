namespace Shared.Meetings.Importing;

/// <summary>One thing a row can say. <paramref name="headings"/>: what a column saying it is called, without spaces, notes or numbering; the first is its usual name.</summary>
/// <param name="name">Its name in JSON and in a remembered mapping.</param>
public sealed class Field(string name, params string[] headings)
{
    public string Name { get; } = name;

    public IReadOnlyList<string> Headings { get; } = headings;

    /// <summary>Fields said of the way here and of the way back alike belong to a group; words in the heading, or in one to its left, tell which.</summary>
    public string? Group { get; init; }

    /// <summary>An empty cell inside a merged range takes the range's value.</summary>
    public bool FillsMerged { get; init; }

    /// <summary>Once known, a later file does not change it: others have worked on it since.</summary>
    public bool KeepsFirst { get; init; }

    /// <summary>Numbers the rows; alone in a row it says nothing.</summary>
    public bool IsRunningNumber { get; init; }

    /// <summary>Its value is never printed by a command, only that there is one.</summary>
    public bool IsSensitive { get; init; }

    /// <summary>Place in its <see cref="FieldList"/>.</summary>
    public int Index { get; internal set; }

    public override string ToString() => Name;
}

/// <summary>Everything a kind of table can say.</summary>
public sealed class FieldList
{
    readonly Dictionary<string, Field> byName;

    public FieldList(params Field[] fields)
    {
        All = fields;
        byName = fields.ToDictionary(field => field.Name);
        for (var index = 0; index < fields.Length; index++)
            fields[index].Index = index;
    }

    public IReadOnlyList<Field> All { get; }

    /// <summary>A row without these is left out, a heading line without them is none.</summary>
    public required IReadOnlyList<Field> Required { get; init; }

    /// <summary>Words that tell the group of a heading; the first group is the one without any.</summary>
    public IReadOnlyList<(string Group, string[] Words)> Groups { get; init; } = [];

    /// <summary>Headings with one of these words mean someone or something else.</summary>
    public IReadOnlyList<string> OtherPeople { get; init; } = [];

    public Field? Find(string? name) => name is null ? null : byName.GetValueOrDefault(name);
}
