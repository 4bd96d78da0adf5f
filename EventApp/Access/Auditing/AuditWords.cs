using EventApp.Components;
using EventApp.Layout;
using Microsoft.Extensions.Localization;
using Shared.Access;
using Shared.Data.Sheets;
using Shared.Meetings;

namespace EventApp.Access.Auditing;

/// <summary>Who, what and about whom of the audit trail, as people read it.</summary>
sealed class AuditWords(IStringLocalizer<TrailTexts> trail, IStringLocalizer<AuditTexts> texts, IStringLocalizer<SetUpTexts> steps, AuditDetails details)
{
    /// <summary>How the trail begins where a unit acts through its own link.</summary>
    const string Unit = "回执 ";

    /// <summary>Whom <see cref="AuditFilter.Who"/> names for everybody who acted on their own page.</summary>
    public const string Themselves = "attendee:";

    public string Deed(string what) => trail.Deed(what);

    public string Group(string word) => texts["Group_" + word];

    public string Who(string who, IReadOnlyDictionary<string, string> names) =>
        who.Length == 0 ? texts["Nobody"]
        : who == Themselves ? texts["AllThemselves"]
        : who.StartsWith(Themselves, StringComparison.Ordinal) ? texts["Themselves", names.GetValueOrDefault(who) ?? who[Themselves.Length..]]
        : who.StartsWith(Unit, StringComparison.Ordinal) ? texts["ByReply", who[Unit.Length..]] : who;

    /// <summary>What the deed is about; null where that is nothing in particular.</summary>
    public string? Subject(string? subject, IReadOnlyDictionary<string, string> names) =>
        subject is null ? null : names.GetValueOrDefault(subject) ?? subject.Split(':') switch
        {
            ["print", var number] => texts["PrintNo", number],
            ["step", var step] => steps["Step." + step],
            ["meeting", var year] => year,
            [var kind, var number] when texts["Kind_" + kind] is { ResourceNotFound: false } known => texts["Nameless", known, number],
            _ => subject,
        };

    /// <summary>A line for each thing the entry says beside who, what and about whom.</summary>
    public IReadOnlyList<string> Details(AuditEntryView entry, MeetingView meeting) => entry.Removed ? [texts["Removed"]] : details.Lines(entry.What, entry.Details, meeting);

    public string Title => texts["Audit"];

    public IReadOnlyList<OutColumn> Columns => [new(texts["Number"], 8), new(texts["When"], 20), new(texts["Who"], 16), new(texts["What"], 20), new(texts["About"], 20), new(texts["Details"], 60)];

    /// <summary>The line under a file that says who took it.</summary>
    public string Mark(string by, string at, int count) => texts["ExportMark", by, at, count];
}
