using Shared.Meetings;

namespace EventApp.Meetings;

/// <summary>The meeting that people mean when they name none.</summary>
static class CurrentMeeting
{
    /// <summary>The one whose days are on (report-in begins the day before), else the next, else the latest; null where there is none.</summary>
    public static MeetingView? Of(IReadOnlyList<MeetingView> meetings, DateTime now)
    {
        DateOnly Today(MeetingView meeting) => meeting.Day(now);
        return meetings.FirstOrDefault(m => m.FirstDay.AddDays(-1) <= Today(m) && Today(m) <= m.LastDay)
            ?? meetings.Where(m => m.FirstDay > Today(m)).MinBy(m => m.FirstDay)
            ?? meetings.MaxBy(m => m.LastDay);
    }
}
