using System.Globalization;
using Microsoft.Extensions.Localization;
using Shared.CheckIn.Closing;
using Shared.CheckIn.Paper;
using Shared.Registration;

namespace EventApp.CheckIn.Paper;

/// <summary>Words that several lists share.</summary>
static class PaperWords
{
    public static string Title(this PaperCheckpoint checkpoint) =>
        CultureInfo.CurrentUICulture.Name == "en" && checkpoint.NameEn is { Length: > 0 } english ? english : checkpoint.Name;

    /// <summary>What the desk should know of a person at a glance; empty for most.</summary>
    public static string RemarkOf(this IStringLocalizer<PaperTexts> texts, PaperRow row) => (row.State, row.Source) switch
    {
        (AttendeeState.OnLeave, _) => texts["OnLeave"],
        (AttendeeState.Cancelled, _) => texts["Cancelled"],
        (_, AttendeeSource.Substitute) => texts["Substitute"],
        (_, AttendeeSource.WalkIn) => texts["WalkIn"],
        _ => "",
    };

    /// <summary>Staff for each person on site, in per cent.</summary>
    public static string Share(this IStringLocalizer<PaperTexts> texts, ClosingView report) =>
        report.StaffShare is { } share ? share.ToString("P1", CultureInfo.CurrentUICulture) : texts["NotYet"];
}
