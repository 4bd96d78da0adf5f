namespace Shared.Meetings.Importing;

/// <summary>Gives each heading of one line the field it means.</summary>
internal sealed class HeadingMatch
{
    const int Remembered = 4;
    const int Exact = 3;
    const int Contained = 1;
    const int LongestHeading = 30;

    static readonly string[] NeverCollected = ["身份证", "证件号", "出生", "生日", "年龄", "民族", "政治面貌", "党派", "籍贯", "学号", "银行卡"];

    readonly FieldList fields;
    readonly IReadOnlyDictionary<string, string> remembered;
    readonly List<(Field Field, int Column, int Strength, int Rank, int Length)> candidates = [];
    string? group;

    public HeadingMatch(FieldList fields, IReadOnlyDictionary<string, string> remembered, IReadOnlyList<string> headings)
    {
        this.fields = fields;
        this.remembered = remembered;
        group = fields.Groups.Count > 0 ? fields.Groups[0].Group : null;
        string[] tidy = [.. headings.Select(HeadingText.Tidy)];
        for (var column = 0; column < tidy.Length; column++)
            AddCandidates(column, tidy[column], standsTwice: tidy.Count(tidy[column].Equals) > 1);
        var given = Assign();
        Score = given.Values.Sum(chosen => chosen.Strength);
        Columns = [.. headings.Select((heading, column) =>
            new MappedColumn(column, heading, given.TryGetValue(column, out var chosen) ? chosen.Field : null, IsUnwanted(heading)))];
    }

    public int Score { get; }

    public IReadOnlyList<MappedColumn> Columns { get; }

    static bool IsUnwanted(string heading) => NeverCollected.Any(heading.Contains);

    void AddCandidates(int column, string heading, bool standsTwice)
    {
        if (heading.Length == 0 || IsUnwanted(heading))
            return;
        foreach (var (name, words) in fields.Groups)
            if (words.Any(heading.Contains))
                group = name;
        if (!standsTwice && remembered.TryGetValue(heading, out var settled))
        {
            if (fields.Find(settled) is { } field)
                candidates.Add((field, column, Remembered, 0, heading.Length));
            return;
        }
        foreach (var field in fields.All)
            if (field.Group is null || field.Group == group)
                AddCandidate(field, column, heading);
    }

    // Said of the way here and back alike, a heading must say which of them before a part of it counts.
    void AddCandidate(Field field, int column, string heading)
    {
        var bare = field.Group is null ? heading : WithoutGroup(field.Group, heading);
        var rank = field.Headings.TakeWhile(known => known != heading && known != bare).Count();
        if (rank < field.Headings.Count)
        {
            candidates.Add((field, column, Exact, rank, heading.Length));
            return;
        }
        if (heading.Length > LongestHeading || fields.OtherPeople.Any(heading.Contains) || (field.Group is not null && bare == heading))
            return;
        var length = field.Headings.Where(known => known.Length >= 2 && heading.Contains(known)).Select(known => known.Length).DefaultIfEmpty().Max();
        if (length > 0)
            candidates.Add((field, column, Contained, 0, length));
    }

    string WithoutGroup(string group, string heading)
    {
        foreach (var word in fields.Groups.First(known => known.Group == group).Words)
            heading = heading.Replace(word, "");
        return heading;
    }

    Dictionary<int, (Field Field, int Strength)> Assign()
    {
        var given = new Dictionary<int, (Field Field, int Strength)>();
        var taken = new HashSet<Field>();
        foreach (var (field, column, strength, _, _) in candidates
            .OrderByDescending(candidate => candidate.Strength).ThenBy(candidate => candidate.Rank).ThenByDescending(candidate => candidate.Length).ThenBy(candidate => candidate.Column))
            if (!given.ContainsKey(column) && taken.Add(field))
                given[column] = (field, strength);
        return given;
    }
}
