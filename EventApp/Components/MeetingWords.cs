using System.Globalization;
using Shared.Meetings;

namespace EventApp.Components;

/// <summary>A meeting's name, days and times in the language of the page and the venue's zone.</summary>
static class MeetingWords
{
    static bool English => CultureInfo.CurrentUICulture.Name == "en";

    public static string Title(this MeetingView meeting) => English && meeting.NameEn is { Length: > 0 } english ? english : meeting.Name;

    public static string Days(this MeetingView meeting)
    {
        var (first, last) = (meeting.FirstDay, meeting.LastDay);
        if (English) return first == last ? first.ToString("d MMMM yyyy") : first.Month == last.Month && first.Year == last.Year ? $"{first.Day}–{last:d MMMM yyyy}" : $"{first:d MMMM} – {last:d MMMM yyyy}";
        return first == last ? first.ToString("yyyy年M月d日") : first.Month == last.Month && first.Year == last.Year ? $"{first:yyyy年M月d日}至{last.Day}日" : $"{first:yyyy年M月d日}至{last:M月d日}";
    }

    /// <summary>Day and time of a stored moment, for a list of one meeting's moments.</summary>
    public static string Moment(this MeetingView meeting, DateTime at) => meeting.Local(at).ToString(English ? "d MMM HH:mm" : "M月d日 HH:mm", CultureInfo.CurrentUICulture);

    /// <summary>From when to when, with the day once where it is one day.</summary>
    public static string Span(this MeetingView meeting, DateTime from, DateTime to)
    {
        var (first, last) = (meeting.Local(from), meeting.Local(to));
        var day = English ? "d MMMM yyyy HH:mm" : "yyyy年M月d日 HH:mm";
        return first.ToString(day, CultureInfo.CurrentUICulture) + "–" + last.ToString(first.Date == last.Date ? "HH:mm" : day, CultureInfo.CurrentUICulture);
    }

    /// <summary>When a print was made, to the minute.</summary>
    public static string Stamp(this MeetingView meeting, DateTime at) => meeting.Local(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
