using System.Globalization;
using EventApp.CheckIn.Paper;
using EventApp.Components;
using Microsoft.Extensions.Localization;
using Shared.CheckIn.Closing;
using Shared.Meetings;

namespace EventApp.CheckIn.Closing;

/// <summary>One line of the printed report: a person, or the heading of a group. Heights are in millimetres.</summary>
sealed record ClosingLine(ClosingRow? Row, string Heading, string Outcome, string Notes, double Height)
{
    public TextBox NotesBox => ClosingPaper.NotesBox(Height);
    public string Style => string.Create(CultureInfo.InvariantCulture, $"height:{Height:0.##}mm");
}

/// <summary>Fills pages line by line, so that every page carries its own head, number and foot.</summary>
static class ClosingPaper
{
    const double RowHeight = 7, NotesWidth = 49, NotesSize = 2.9, Room = 240, SumsHeight = 24;

    public static readonly TextBox Name = new(20.5, 6.4, 4, 2.2, BreakHan: false), Unit = new(43.5, 6.4, 3.4, 2), Post = new(21.5, 6.4, 3.2, 1.8), Outcome = new(23.5, 6.4, 3, 1.8), Sum = new(22, 10, 6, 2.4), SumHead = new(22, 7.6, 3, 2);

    public static TextBox NotesBox(double height) => new(NotesWidth, height - 0.6, NotesSize, 1.6);

    public static IReadOnlyList<IReadOnlyList<ClosingLine>> Pages(MeetingView meeting, ClosingView report, IStringLocalizer<PaperTexts> texts)
    {
        List<List<ClosingLine>> pages = [[]];
        var used = SumsHeight;
        foreach (var line in Enum.GetValues<ClosingGroup>().SelectMany(group => Lines(meeting, report, group, texts)))
        {
            // A heading never stands alone at the foot of a page.
            if (used + line.Height + (line.Row is null ? RowHeight : 0) > Room)
            {
                pages.Add([]);
                used = 0;
            }
            pages[^1].Add(line);
            used += line.Height;
        }
        return pages;
    }

    static IEnumerable<ClosingLine> Lines(MeetingView meeting, ClosingView report, ClosingGroup group, IStringLocalizer<PaperTexts> texts)
    {
        yield return new ClosingLine(null, texts["GroupCount", texts["Group_" + group], report.Count(group)], "", "", RowHeight);
        foreach (var row in report.Rows.Where(row => row.Group == group))
        {
            var notes = string.Join('；', row.Notes.Select(note => note.Text));
            var outcome = row.ArrivedAt is { } at ? meeting.Moment(at) : row.Reason is { Length: > 0 } reason ? reason : texts.RemarkOf(row.Person);
            yield return new ClosingLine(row, "", outcome, notes, Math.Max(RowHeight, HeightOf(notes)));
        }
    }

    static double HeightOf(string notes) => TextFit.LinesAt(notes, NotesWidth, NotesSize) * NotesSize * 1.2 + 0.8;
}
