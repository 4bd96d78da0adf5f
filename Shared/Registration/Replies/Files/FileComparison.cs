using System.Globalization;
using Shared.Chinese;
using Shared.Meetings.Importing;
using Shared.Registration.Importing;

namespace Shared.Registration.Replies.Files;

/// <summary>Lays a returned file beside one unit's form: who is who, and what is said differently.</summary>
sealed class FileComparison
{
    readonly ReplyPaper paper;
    readonly ReturnedSheets sheets;
    readonly ReturnedFile file;
    readonly Dictionary<PreviewRow, ReplyCard> matched = [];
    readonly List<FileChange> changes = [];

    public FileComparison(ReplyPaper paper, ReturnedSheets sheets, ReturnedFile file)
    {
        (this.paper, this.sheets, this.file) = (paper, sheets, file);
        foreach (var same in sheets.Rows.GroupBy(NameOf)) MatchNamesakes([.. same]);
        MatchPhones();
        foreach (var row in sheets.Rows) Compare(row);
        if (sheets.Unit is { } unit) Compare("", null, false, paper.OfUnit, UnitQuestions.AnswersOf(unit.Reading));
        if (paper.IsDeclined && file.Comes && !SaysIfComing) changes.Add(new("", null, false, ReplyFields.Declined, ReplyFields.Yes, ""));
    }

    public IReadOnlyList<FileChange> Changes => changes;

    /// <summary>All that the file answers, whether it changes something or not.</summary>
    public HashSet<(string Person, string Field)> Said { get; } = [];

    /// <summary>The unit stays away by its form, whoever the file names.</summary>
    public bool IsStillDeclined => paper.IsDeclined && !SaysIfComing && changes.Exists(change => change.Person.Length > 0);

    bool SaysIfComing => changes.Exists(change => change.Field == ReplyFields.Declined);

    /// <summary>Registered people whose number stands beside another name.</summary>
    public List<PhoneBearer> PhonesOfKnown { get; } = [];

    public int Emptied { get; private set; }

    public IReadOnlyList<string> NotNamed => [.. paper.Coming.Where(card => !matched.ContainsValue(card)).Select(card => card.Answers.Of(ReplyFields.Name)).OfType<string>()];

    public int NewPeople => changes.Where(change => change.IsNew).DistinctBy(change => change.Person).Count();

    /// <summary>What the reply would lack, were the file taken.</summary>
    /// <param name="now">UTC.</param>
    public IReadOnlyList<FileLack> Lacks(DateTime now)
    {
        var unit = Over(paper.OfUnit, changes.Where(change => change.Person.Length == 0));
        var cards = paper.Cards.Select(card => card with { Answers = Over(card.Answers, changes.Where(change => change.Person == card.Key)) })
            .Concat(changes.Where(change => change.IsNew).GroupBy(change => change.Person).Select(person => new ReplyCard(person.Key, null, [], Over([], person)))).ToList();
        var taken = new ReplyPaper { Db = paper.Db, Reply = paper.Reply, Meeting = paper.Meeting, Rules = paper.Rules, Drafts = [], HeldOfUnit = paper.HeldOfUnit, OfUnit = unit, Cards = cards };
        var names = cards.ToDictionary(card => card.Key, card => card.Answers.Of(ReplyFields.Name));
        return [.. ReplyCheck.All(taken, now, byUnit: false).Select(problem => new FileLack(names.GetValueOrDefault(problem.Person), problem.Field, problem.Problem))];
    }

    static Dictionary<string, string> Over(Dictionary<string, string> shown, IEnumerable<FileChange> changes)
    {
        var all = new Dictionary<string, string>(shown);
        foreach (var change in changes) all[change.Field] = change.After;
        return all;
    }

    static string NameOf(PreviewRow row) => row.Reading!.Text(RosterFields.Name)!;

    static string? PhoneOf(PreviewRow row) => row.Reading!.Text(RosterFields.Phone) ?? row.Reading.Text(RosterFields.ContactPhone);

    static string PhoneOf(ReplyCard card) => AnswerCells.Canonical(ReplyFields.Phone, card.Answers.Of(ReplyFields.Phone) ?? "");

    // Namesakes are told apart by their numbers; whoever has none takes the place left.
    void MatchNamesakes(List<PreviewRow> rows)
    {
        var cards = paper.Cards.Where(card => TextNormal.PersonName(card.Answers.Of(ReplyFields.Name)) == NameOf(rows[0])).ToList();
        var alone = rows.Count == 1 && cards.Count == 1;
        foreach (var sure in (bool[])[true, false])
            foreach (var row in rows.Where(row => !matched.ContainsKey(row)).ToList())
            {
                var phone = PhoneOf(row);
                if (cards.Find(card => sure ? phone is not null && PhoneOf(card) == phone : alone || phone is null || PhoneOf(card).Length == 0) is not { } found) continue;
                matched[row] = found;
                cards.Remove(found);
            }
    }

    // By a number only where one row and one card alone bear it.
    void MatchPhones()
    {
        var free = paper.Cards.Where(card => !matched.ContainsValue(card) && PhoneOf(card).Length > 0).GroupBy(PhoneOf).Where(same => same.Count() == 1).ToDictionary(same => same.Key, same => same.Single());
        foreach (var same in sheets.Rows.Where(row => PhoneOf(row) is not null).GroupBy(row => PhoneOf(row)!).Where(same => same.Count() == 1))
        {
            if (matched.ContainsKey(same.Single()) || free.GetValueOrDefault(same.Key) is not { } card) continue;
            if (file.Rename) matched[same.Single()] = card;
            else PhonesOfKnown.Add(new(NameOf(same.Single()), same.Single().Reading!.Text(RosterFields.Post), same.Key, card.Answers.Of(ReplyFields.Name), card.Attendee?.Id));
        }
    }

    void Compare(PreviewRow row)
    {
        var card = matched.GetValueOrDefault(row);
        var answers = AnswerCells.Of(row.Reading!);
        // Found by the number, and said to be the same person.
        if (card?.Attendee is { } listed && listed.Name != NameOf(row)) answers[ReplyFields.Renamed] = ReplyFields.Same;
        Compare(card?.Key ?? NewKey(row), answers[ReplyFields.Name], card is null, card?.Answers ?? [], answers);
        if (card is not null) Emptied += PersonColumns.All.Count(column => sheets.People!.Mapping.Has(column.Field) && card.Answers.Of(column.Answer) is not null && !answers.ContainsKey(column.Answer) && CellText.Tidy(row.Raw(sheets.People.Mapping, column.Field)).Length == 0);
    }

    void Compare(string person, string? name, bool isNew, IReadOnlyDictionary<string, string> shown, Dictionary<string, string> answers)
    {
        foreach (var (field, after) in answers)
        {
            Said.Add((person, field));
            var before = shown.Of(field) ?? "";
            if (AnswerCells.Canonical(field, before) != AnswerCells.Canonical(field, after))
                changes.Add(new(person, name, isNew, field, before, AnswerCells.AsTyped(field, after)));
        }
    }

    // The same row of the same file is the same card, however often it is taken; cards stand in the order of the file.
    string NewKey(PreviewRow row) => string.Create(CultureInfo.InvariantCulture, $"n{row.Number:D7}{row.Part:D2}{sheets.Sha256[..12]}");
}
