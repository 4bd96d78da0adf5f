using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Shared.Meetings;

/// <summary>A white shirt (白衬衫): runs the meeting, is no attendee and counts in no number of attendees.</summary>
public sealed class StaffMember
{
    public const int NameLength = 40;
    public const int NicknameLength = 20;
    public const int PhoneLength = 20;
    public const int TaskLength = 80;

    public int Id { get; set; }
    public int MeetingId { get; set; }
    public required string Name { get; set; }

    /// <summary>How people know them; shown as the liaison's name.</summary>
    public string? Nickname { get; set; }
    public string? Phone { get; set; }
    public string? Task { get; set; }
    public bool Left { get; set; }

    /// <summary>The account this person signs in with; null for who has none.</summary>
    public string? UserId { get; set; }
}

sealed class StaffMemberMapping : IEntityTypeConfiguration<StaffMember>
{
    public void Configure(EntityTypeBuilder<StaffMember> staff)
    {
        staff.HasIndex(s => new { s.MeetingId, s.Name });
        staff.HasOne<Meeting>().WithMany().HasForeignKey(s => s.MeetingId).OnDelete(DeleteBehavior.Cascade);
        staff.HasIndex(s => new { s.MeetingId, s.UserId }).IsUnique();
        staff.HasOne<IdentityUser>().WithMany().HasForeignKey(s => s.UserId).OnDelete(DeleteBehavior.SetNull);
        staff.Property(s => s.Name).HasMaxLength(StaffMember.NameLength);
        staff.Property(s => s.Nickname).HasMaxLength(StaffMember.NicknameLength);
        staff.Property(s => s.Phone).HasMaxLength(StaffMember.PhoneLength);
        staff.Property(s => s.Task).HasMaxLength(StaffMember.TaskLength);
    }
}
