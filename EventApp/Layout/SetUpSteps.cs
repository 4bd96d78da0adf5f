using Microsoft.AspNetCore.WebUtilities;
using Shared.CheckIn.SettingUp;

namespace EventApp.Layout;

/// <summary>On which page each step of a meeting's set-up is done. Its address bears the step, so that the bar above the page knows why one came.</summary>
static class SetUpSteps
{
    public const string Query = "setup";

    const string Replies = "replies/settings";

    static readonly (string Page, SetUpStep Step)[] Pages =
    [
        ("carry-over", SetUpStep.Beginning), ("meeting", SetUpStep.Days), ("units", SetUpStep.Units), ("units/import", SetUpStep.Units), ("staff", SetUpStep.Staff), ("staff/import", SetUpStep.Staff),
        (Replies, SetUpStep.Replies), ("badges", SetUpStep.Badges), ("checkpoints", SetUpStep.Checkpoints), ("stations", SetUpStep.Station), ("backups", SetUpStep.Backup),
    ];

    public static string Path(int year, StepView step)
    {
        var done = step.State == StepState.Done;
        var page = step.Step switch
        {
            SetUpStep.Beginning => "carry-over",
            SetUpStep.Units => done ? "units" : "units/import",
            SetUpStep.Staff => done ? "staff" : step.HalfDone ? "units" : "staff/import",
            SetUpStep.Replies => Replies,
            SetUpStep.Badges => "badges",
            SetUpStep.Checkpoints => "checkpoints",
            SetUpStep.Station => "stations",
            SetUpStep.Backup => "backups",
            _ => "meeting",
        };
        return $"/{year}/{page}?{Query}={(int)step.Step}{(step.HalfDone ? "&lack=liaison" : null)}{(step.Step == SetUpStep.Notice ? "#privacy" : null)}";
    }

    /// <summary>Whether one came to an address for a step of the set-up.</summary>
    public static bool Bears(Uri address) => QueryHelpers.ParseQuery(address.Query).ContainsKey(Query);

    /// <summary>The step for which one is at an address; null at any other page of the meeting.</summary>
    public static SetUpStep? At(int year, Uri address)
    {
        var page = Array.Find(Pages, page => address.AbsolutePath == $"/{year}/{page.Page}");
        if (page.Page is null) return null;
        return QueryHelpers.ParseQuery(address.Query).TryGetValue(Query, out var said) && Enum.TryParse<SetUpStep>(said, out var step) && Enum.IsDefined(step) ? step : page.Step;
    }
}
