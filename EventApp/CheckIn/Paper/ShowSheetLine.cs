using Microsoft.Extensions.Localization;
using Shared.CheckIn;
using Shared.CheckIn.Paper;

namespace EventApp.CheckIn.Paper;

/// <summary>Says in the verdict on which page and line of the paper sheet the person signs, in the language of the station.</summary>
sealed class ShowSheetLine(SheetLines lines, IStringLocalizer<PaperTexts> texts) : IShowAtScan
{
    public async ValueTask AddAsync(ShowAsk ask, ShownAtScan shown, CancellationToken stop)
    {
        if (await lines.ReadAsync(ask.MeetingId, ask.CheckpointId, ask.AttendeeId, stop) is { } at) shown.Sheet = texts["SheetLine", at.Page, at.Line];
    }
}
