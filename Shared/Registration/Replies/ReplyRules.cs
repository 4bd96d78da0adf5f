using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shared.Meetings;

namespace Shared.Registration.Replies;

/// <summary>How replies come: by the link, by the unit's own xlsx, by a survey's export.</summary>
[Flags]
public enum ReplyWays { None = 0, Link = 1, Xlsx = 2, Survey = 4 }

/// <summary>Until when a meeting's units reply, with how many people each, and whom they ask.</summary>
public sealed class ReplyRules
{
    public const int MostPlaces = 50;
    public const int ExtraLength = 500;

    public int MeetingId { get; set; }

    /// <summary>After it a change is a request. Null: none set yet.</summary>
    public DateTime? Deadline { get; set; }
    public ReplyWays Ways { get; set; } = ReplyWays.Link | ReplyWays.Xlsx;

    /// <summary>The meeting takes a fee, so units are asked what their invoice bears.</summary>
    public bool HasFee { get; set; }

    /// <summary>Whom a unit asks (会务组联系人).</summary>
    public string? ContactName { get; set; }
    public string? ContactPhone { get; set; }

    /// <summary>What else the invitation says.</summary>
    public string? Extra { get; set; }

    /// <summary>Places of a unit by its rank in the council; above it the form asks why.</summary>
    public int ChairPlaces { get; set; } = 6;
    public int ViceChairPlaces { get; set; } = 4;
    public int StandingDirectorPlaces { get; set; } = 3;
    public int DirectorPlaces { get; set; } = 2;
    public int MemberPlaces { get; set; } = 2;
    public int GuestPlaces { get; set; } = 2;

    public int Places(CouncilRank? rank) => rank switch
    {
        CouncilRank.Chair => ChairPlaces,
        CouncilRank.ViceChair => ViceChairPlaces,
        CouncilRank.StandingDirector => StandingDirectorPlaces,
        CouncilRank.Director => DirectorPlaces,
        CouncilRank.Member => MemberPlaces,
        _ => GuestPlaces,
    };

    public bool IsOver(DateTime now) => Deadline <= now;
}

sealed class ReplyRulesMapping : IEntityTypeConfiguration<ReplyRules>
{
    public void Configure(EntityTypeBuilder<ReplyRules> rules)
    {
        rules.HasKey(r => r.MeetingId);
        rules.Property(r => r.MeetingId).ValueGeneratedNever();
        rules.HasOne<Meeting>().WithOne().HasForeignKey<ReplyRules>(r => r.MeetingId).OnDelete(DeleteBehavior.Cascade);
        rules.Property(r => r.ContactName).HasMaxLength(Reply.NameLength);
        rules.Property(r => r.ContactPhone).HasMaxLength(Reply.PhoneLength);
        rules.Property(r => r.Extra).HasMaxLength(ReplyRules.ExtraLength);
    }
}
