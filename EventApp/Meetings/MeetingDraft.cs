using System.Globalization;
using Shared.Meetings;

namespace EventApp.Meetings;

/// <summary>A meeting's form as typed.</summary>
sealed record MeetingDraft
{
    const string Day = "yyyy-MM-dd", Minutes = "yyyy-MM-ddTHH:mm";

    public string? Year { get; set; }
    public string? Name { get; set; }
    public string? NameEn { get; set; }
    public string? FirstDay { get; set; }
    public string? LastDay { get; set; }
    public string? Venue { get; set; }
    public string? TimeZone { get; set; }
    public string? LegalBody { get; set; }
    public string? PrivacyNotice { get; set; }
    public string? FrozenAt { get; set; }
    public bool HostIsStateOrgan { get; set; } = true;

    public static MeetingDraft Of(MeetingEntry entry) => new()
    {
        Year = entry.Year.ToString(CultureInfo.InvariantCulture), Name = entry.Name, NameEn = entry.NameEn, Venue = entry.Venue, TimeZone = entry.TimeZone,
        FirstDay = entry.FirstDay?.ToString(Day, CultureInfo.InvariantCulture), LastDay = entry.LastDay?.ToString(Day, CultureInfo.InvariantCulture),
        LegalBody = entry.LegalBody, PrivacyNotice = entry.PrivacyNotice, HostIsStateOrgan = entry.HostIsStateOrgan, FrozenAt = entry.FrozenAt?.ToString(Minutes, CultureInfo.InvariantCulture),
    };

    public MeetingEntry Entry(int? id) => new()
    {
        Id = id, Year = int.TryParse(Year, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : 0, Name = Name, NameEn = NameEn, Venue = Venue, TimeZone = TimeZone,
        FirstDay = Date(FirstDay), LastDay = Date(LastDay), LegalBody = LegalBody, PrivacyNotice = PrivacyNotice,
        HostIsStateOrgan = HostIsStateOrgan, FrozenAt = DateTime.TryParse(FrozenAt, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : null,
    };

    static DateOnly? Date(string? typed) => DateOnly.TryParseExact(typed, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
