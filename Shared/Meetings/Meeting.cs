using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Shared.Meetings;

/// <summary>One annual meeting (年会). Several years live side by side; the year is its address.</summary>
public sealed class Meeting
{
    public const int NameLength = 80;
    public const int VenueLength = 120;
    public const int LegalBodyLength = 80;
    public const int NoticeLength = 4000;
    public const int FirstYear = 2000;
    public const int LastYear = 2100;
    public const string DefaultTimeZone = "Asia/Shanghai";

    public int Id { get; set; }
    public int Year { get; set; }
    public required string Name { get; set; }
    public string? NameEn { get; set; }
    public DateOnly FirstDay { get; set; }
    public DateOnly LastDay { get; set; }
    public string? Venue { get; set; }

    /// <summary>IANA name of the venue's zone; all times are shown in it.</summary>
    public string TimeZone { get; set; } = DefaultTimeZone;

    /// <summary>The body legally responsible for the personal data; named in the privacy notice.</summary>
    public string? LegalBody { get; set; }
    public string? PrivacyNotice { get; set; }

    /// <summary>A state organ hosts or pays: by the rules against waste (厉行节约) there are no banquets, gifts, table flowers or built backdrops.</summary>
    public bool HostIsStateOrgan { get; set; } = true;

    /// <summary>From here on the expected number is fixed: later additions count as such, later cancellations as on leave.</summary>
    public DateTime? FrozenAt { get; set; }

    /// <summary>Names, phones and trains are invented; every page and print says so.</summary>
    public bool IsSample { get; set; }
    public DateTime CreatedAt { get; set; }

    /// <summary>The end of the last day at the venue, in UTC.</summary>
    public DateTime EndsAt() => TimeZoneInfo.ConvertTimeToUtc(LastDay.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeZoneInfo.FindSystemTimeZoneById(TimeZone));
}

sealed class MeetingMapping : IEntityTypeConfiguration<Meeting>
{
    public void Configure(EntityTypeBuilder<Meeting> meeting)
    {
        meeting.HasIndex(m => m.Year).IsUnique();
        meeting.Property(m => m.Name).HasMaxLength(Meeting.NameLength);
        meeting.Property(m => m.NameEn).HasMaxLength(Meeting.NameLength);
        meeting.Property(m => m.Venue).HasMaxLength(Meeting.VenueLength);
        meeting.Property(m => m.LegalBody).HasMaxLength(Meeting.LegalBodyLength);
        meeting.Property(m => m.PrivacyNotice).HasMaxLength(Meeting.NoticeLength);
        meeting.Property(m => m.TimeZone).HasMaxLength(64);
    }
}
