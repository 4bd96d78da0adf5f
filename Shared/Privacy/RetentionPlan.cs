using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shared.Meetings;

namespace Shared.Privacy;

/// <summary>Kinds of data that go after their time (PIPL §19: the shortest that the purpose needs). What stands in none stays: the sign-in sheet with the accounts, lists and agreements with the archive.</summary>
public enum RetentionClass
{
    /// <summary>Diets and allergies, portions of units.</summary>
    Diet = 1,

    /// <summary>Rooms, journeys and the use of vehicles: vouchers until the costs are settled.</summary>
    Travel,

    /// <summary>People's own numbers. Contacts of units are none of these: they stay until replaced or withdrawn.</summary>
    Phones,

    /// <summary>Secret links to own pages and reply forms.</summary>
    Links,
}

/// <summary>For how long one meeting's data are kept, in days; without a row the defaults hold.</summary>
public sealed class RetentionPlan
{
    public const int MostDays = 180;

    /// <summary>Travel goes so long after the last day even where nobody has settled the costs.</summary>
    public const int MostMonths = 6;

    public int MeetingId { get; set; }

    /// <summary>After the last day.</summary>
    public int DietDays { get; set; } = 30;

    /// <summary>After <see cref="ReimbursedOn"/>.</summary>
    public int TravelDays { get; set; } = 30;

    /// <summary>After the last day.</summary>
    public int PhoneDays { get; set; } = 90;

    /// <summary>After the last day.</summary>
    public int LinkDays { get; set; } = 30;

    /// <summary>报销已办结: the costs are settled and the vouchers' annex is archived.</summary>
    public DateOnly? ReimbursedOn { get; set; }

    /// <summary>What is due goes every day by itself; else the organiser is reminded.</summary>
    public bool Daily { get; set; }

    public int Days(RetentionClass of) => of switch
    {
        RetentionClass.Diet => DietDays,
        RetentionClass.Travel => TravelDays,
        RetentionClass.Phones => PhoneDays,
        _ => LinkDays,
    };

    /// <summary>The venue's day from which the data of the class are due.</summary>
    public DateOnly DueOn(RetentionClass of, DateOnly lastDay)
    {
        if (of != RetentionClass.Travel) return lastDay.AddDays(Days(of));
        var latest = lastDay.AddMonths(MostMonths);
        return ReimbursedOn?.AddDays(TravelDays) is { } settled && settled < latest ? settled : latest;
    }
}

/// <summary>What once went by its time: how much of which kind, when, by whom; nothing of the data.</summary>
public sealed class RetentionRun
{
    /// <summary>Who ran it where the program did so by itself.</summary>
    public const string ByItself = "每日清理";
    public const int KindLength = 24;

    public int Id { get; set; }
    public int MeetingId { get; set; }
    public DateTime RanAt { get; set; }
    public required string RunBy { get; set; }
    public RetentionClass Class { get; set; }

    /// <summary>A word of <see cref="RetentionKind"/>.</summary>
    public required string Kind { get; set; }
    public int Count { get; set; }
}

sealed class RetentionPlanMapping : IEntityTypeConfiguration<RetentionPlan>
{
    public void Configure(EntityTypeBuilder<RetentionPlan> plan)
    {
        plan.HasKey(p => p.MeetingId);
        plan.Property(p => p.MeetingId).ValueGeneratedNever();
        plan.HasOne<Meeting>().WithOne().HasForeignKey<RetentionPlan>(p => p.MeetingId).OnDelete(DeleteBehavior.Cascade);
    }
}

sealed class RetentionRunMapping : IEntityTypeConfiguration<RetentionRun>
{
    public void Configure(EntityTypeBuilder<RetentionRun> run)
    {
        run.HasIndex(r => new { r.MeetingId, r.RanAt });
        run.HasOne<Meeting>().WithMany().HasForeignKey(r => r.MeetingId).OnDelete(DeleteBehavior.Cascade);
        run.Property(r => r.Kind).HasMaxLength(RetentionRun.KindLength);
    }
}
