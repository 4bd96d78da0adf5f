using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shared.Registration;

namespace Shared.Seating.Scenes;

/// <summary>Someone in a scene: of the list, typed by name, or not known yet (待定), who has neither.</summary>
public sealed class ScenePlace
{
    public const int UnitLength = 120;
    public const int HighestLevel = 1;
    public const int LowestLevel = 20;

    public int Id { get; set; }
    public int SceneId { get; set; }
    public Scene? Scene { get; set; }
    public int? AttendeeId { get; set; }
    public Attendee? Attendee { get; set; }

    /// <summary>Of somebody who is not in the list.</summary>
    public string? Name { get; set; }

    /// <summary>Unit and post of somebody who is not in the list.</summary>
    public string? Unit { get; set; }
    public SceneRole Role { get; set; } = SceneRole.Seated;
    public SceneSide Side { get; set; } = SceneSide.Host;

    /// <summary>名次, typed by a person; unique within scene and role. Who is absent keeps it.</summary>
    public int Rank { get; set; }

    /// <summary>礼宾级别 as entered, of a receiver the grade of the prize; 1 is the highest.</summary>
    public int? Level { get; set; }

    /// <summary>Keeps the rank while others are moved.</summary>
    public bool Locked { get; set; }

    /// <summary>不来了: struck out, the others close up.</summary>
    public bool Absent { get; set; }

    /// <summary>The presenter whom a receiver faces where that was set by hand.</summary>
    public int? Faces { get; set; }

    /// <summary>Where the card stands; null where none is out.</summary>
    public int? CardRow { get; set; }
    public int? CardNumber { get; set; }
}

sealed class ScenePlaceMapping : IEntityTypeConfiguration<ScenePlace>
{
    public void Configure(EntityTypeBuilder<ScenePlace> place)
    {
        place.HasIndex(p => new { p.SceneId, p.Role, p.Rank }).IsUnique();
        place.HasIndex(p => new { p.SceneId, p.AttendeeId }).IsUnique();
        place.HasIndex(p => p.AttendeeId);
        place.HasOne(p => p.Scene).WithMany().HasForeignKey(p => p.SceneId).OnDelete(DeleteBehavior.Cascade);
        place.HasOne(p => p.Attendee).WithMany().HasForeignKey(p => p.AttendeeId).OnDelete(DeleteBehavior.Cascade);
        place.Property(p => p.Name).HasMaxLength(Attendee.NameLength);
        place.Property(p => p.Unit).HasMaxLength(ScenePlace.UnitLength);
    }
}
