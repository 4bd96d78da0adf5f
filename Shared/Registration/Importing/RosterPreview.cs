using Shared.Data.Sheets;
using Shared.Meetings.Importing;

namespace Shared.Registration.Importing;

/// <summary>How many rows and people there are of each kind.</summary>
public sealed record RosterSummary(int Ok, int Corrected, int Warning, int Error, int Skipped, int People, int Units);

/// <summary>A list of attendees as it will be taken, with the questions it raises. Nothing is written; used by one person at a time.</summary>
public sealed class RosterPreview
{
    readonly RosterContext context;
    readonly Dictionary<(RosterQuestionKind Kind, int Row, int Part), RosterAnswer> answers = [];
    RosterComparison comparison = null!;

    RosterPreview(RosterContext context) => this.context = context;

    public TablePreview Table { get; private set; } = null!;

    public IReadOnlyList<RosterQuestion> Questions => comparison.Questions;

    /// <param name="remembered">What <see cref="ColumnMapping.Remember"/> gave for an earlier file.</param>
    /// <returns>Null and the reason where the sheet holds no list, or too many rows.</returns>
    public static (RosterPreview? Preview, FileRefusal? Refusal) Make(
        Sheet sheet, RosterContext context, IReadOnlyDictionary<string, string>? remembered = null, IProgress<int>? rowsRead = null, CancellationToken stop = default)
    {
        var preview = new RosterPreview(context);
        var rules = new RosterRules(context.Units, context.Days, preview.Compare);
        var (table, refusal) = TablePreview.Make(sheet, rules, remembered, rowsRead, stop);
        if (table is null)
            return (null, refusal);
        preview.Table = table;
        return (preview, null);
    }

    public RosterOutcome OutcomeOf(PreviewRow row) => comparison[row];

    /// <summary>What will be kept for this row; null where it says nothing.</summary>
    public object? ValueOf(PreviewRow row, Field field) =>
        row.Reading is null ? null : RosterValues.Of(row, field, comparison.SharedPhones);

    /// <summary>The rows that were joined to this one.</summary>
    public IEnumerable<PreviewRow> MergedInto(PreviewRow row) => comparison.Included.Where(other => comparison[other].Into == row);

    public void Answer(RosterQuestion question, RosterAnswer answer)
    {
        if (question.Kind == RosterQuestionKind.SplitNames)
        {
            string[] names = [.. NameRules.NamesIn(Table.TextOf(question.Row, RosterFields.Name))];
            Table.Split(question.Row, answer == RosterAnswer.Split ? names : []);
            return;
        }
        answers[(question.Kind, question.Row.Number, question.Row.Part)] = answer;
        Table.CompareAgain();
    }

    public RosterSummary Summary()
    {
        var rows = Table.Rows.CountBy(row => row.Status).ToDictionary(pair => pair.Key, pair => pair.Value);
        var people = comparison.Included.Where(row => comparison[row].Fate is not (RosterFate.LeaveOut or RosterFate.Merge)).ToList();
        return new(
            rows.GetValueOrDefault(RowStatus.Ok), rows.GetValueOrDefault(RowStatus.Corrected), rows.GetValueOrDefault(RowStatus.Warning),
            rows.GetValueOrDefault(RowStatus.Error), rows.GetValueOrDefault(RowStatus.Skipped),
            people.Count, people.Select(RosterComparison.UnitKey).Distinct().Count());
    }

    void Compare(IReadOnlyList<PreviewRow> records) => comparison = new(records, context.People,
        (kind, row) => answers.GetValueOrDefault((kind, row.Number, row.Part)));
}
