using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shared.Meetings;

namespace Shared.Registration;

public enum Gender { Male = 1, Female }

/// <summary>领导, 特邀专家, 副理事长及以上代表, 代表, 列席, 嘉宾, 媒体.</summary>
public enum AttendeeCategory { Leader = 1, Expert, ViceChair, Delegate, Observer, Guest, Media }

/// <summary>Whether the person is to come. Nobody is deleted: a cancellation keeps its reason.</summary>
public enum AttendeeState { Confirmed = 1, OnLeave, Cancelled, Replaced }

/// <summary>How the person came into the list.</summary>
public enum AttendeeSource { Import = 1, Manual, WalkIn, Substitute, Reply }

/// <summary>What the person does on stage; set by programme, signing and awards, read by seating.</summary>
[Flags]
public enum StageRoles { None = 0, Speaks = 1, Signs = 2, Receives = 4, Witnesses = 8, Presides = 16 }

/// <summary>A person registered for one meeting (参会人员).</summary>
public sealed class Attendee
{
    public const int NameLength = 40;
    public const int PostLength = 60;
    public const int DepartmentLength = 60;
    public const int PhoneLength = 20;
    public const int RemarkLength = 500;
    public const int ReasonLength = 200;
    public const int LodgingLength = 60;
    public const int MostCompanions = 20;

    /// <summary>What stands for the name of a person whose data were erased.</summary>
    public static string ErasedName(int id) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"已删除{id}");

    public int Id { get; set; }
    public int MeetingId { get; set; }
    public int UnitId { get; set; }
    public Unit? Unit { get; set; }
    public required string Name { get; set; }
    public Gender? Gender { get; set; }
    public string? Post { get; set; }
    public string? Department { get; set; }
    public AttendeeCategory Category { get; set; } = AttendeeCategory.Delegate;

    /// <summary>The person's own number; eleven digits for a mainland one.</summary>
    public string? Phone { get; set; }

    /// <summary>A colleague's number that a clerk entered for several people; never taken for the person's own.</summary>
    public string? ContactPhone { get; set; }
    public bool IsHead { get; set; }

    /// <summary>Asked for a seat that a wheelchair reaches.</summary>
    public bool NeedsAccess { get; set; }

    /// <summary>Place in the list as received.</summary>
    public int ListNo { get; set; }
    public StageRoles Roles { get; set; }

    /// <summary>What the unit's reply says the person will do on stage; a wish until the programme takes it up.</summary>
    public StageRoles SaidRoles { get; set; }
    public int Companions { get; set; }
    public string? Lodging { get; set; }
    public string? Remark { get; set; }
    public AttendeeSource Source { get; set; } = AttendeeSource.Manual;
    public AttendeeState State { get; set; } = AttendeeState.Confirmed;
    public DateTime ConfirmedAt { get; set; }
    public DateTime? StateChangedAt { get; set; }
    public string? StateReason { get; set; }

    /// <summary>The registered person whose place this one takes.</summary>
    public int? SubstitutesForId { get; set; }

    /// <summary>The import that brought this person; until its row says finished the person is shown, searched and admitted nowhere.</summary>
    public int? ImportId { get; set; }
    public RosterImport? Import { get; set; }

    /// <summary>When all that told who this is was erased; the row stays to be counted, under <see cref="ErasedName"/>.</summary>
    public DateTime? ErasedAt { get; set; }

    /// <summary>Sort keys that compare ordinally: pinyin, 姓氏笔画 and 姓名笔画.</summary>
    public string PinyinKey { get; set; } = "";
    public string SurnameStrokeKey { get; set; } = "";
    public string NameStrokeKey { get; set; } = "";

    /// <summary>Rises with every change; a form that saves names the version it read.</summary>
    public int Version { get; set; }
    public Stay? Stay { get; set; }
    public List<Journey> Journeys { get; set; } = [];
    public List<Consent> Consents { get; set; } = [];
}

sealed class AttendeeMapping : IEntityTypeConfiguration<Attendee>
{
    public void Configure(EntityTypeBuilder<Attendee> attendee)
    {
        attendee.HasIndex(a => new { a.MeetingId, a.ListNo });
        attendee.HasIndex(a => new { a.MeetingId, a.PinyinKey });
        attendee.HasIndex(a => new { a.MeetingId, a.SurnameStrokeKey });
        attendee.HasIndex(a => a.UnitId);
        attendee.HasIndex(a => a.ImportId);
        attendee.HasIndex(a => a.SubstitutesForId).IsUnique();
        attendee.HasOne<Meeting>().WithMany().HasForeignKey(a => a.MeetingId).OnDelete(DeleteBehavior.Cascade);
        attendee.HasOne(a => a.Unit).WithMany().HasForeignKey(a => a.UnitId).OnDelete(DeleteBehavior.Restrict);
        attendee.HasOne<Attendee>().WithMany().HasForeignKey(a => a.SubstitutesForId).OnDelete(DeleteBehavior.Restrict);
        attendee.HasOne(a => a.Import).WithMany().HasForeignKey(a => a.ImportId).OnDelete(DeleteBehavior.Cascade);
        attendee.HasMany(a => a.Journeys).WithOne().HasForeignKey(j => j.AttendeeId).OnDelete(DeleteBehavior.Cascade);
        attendee.HasMany(a => a.Consents).WithOne().HasForeignKey(c => c.AttendeeId).OnDelete(DeleteBehavior.Cascade);
        attendee.Property(a => a.Name).HasMaxLength(Attendee.NameLength);
        attendee.Property(a => a.Post).HasMaxLength(Attendee.PostLength);
        attendee.Property(a => a.Department).HasMaxLength(Attendee.DepartmentLength);
        attendee.Property(a => a.Phone).HasMaxLength(Attendee.PhoneLength);
        attendee.Property(a => a.ContactPhone).HasMaxLength(Attendee.PhoneLength);
        attendee.Property(a => a.Remark).HasMaxLength(Attendee.RemarkLength);
        attendee.Property(a => a.StateReason).HasMaxLength(Attendee.ReasonLength);
        attendee.Property(a => a.Lodging).HasMaxLength(Attendee.LodgingLength);
        attendee.Property(a => a.Version).IsConcurrencyToken();
    }
}
