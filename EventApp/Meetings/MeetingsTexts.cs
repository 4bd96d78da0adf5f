namespace EventApp.Meetings;

/// <summary>Names the texts of meetings, organisations and staff.</summary>
sealed class MeetingsTexts;
