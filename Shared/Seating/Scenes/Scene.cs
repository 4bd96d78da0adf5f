using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shared.Meetings;

namespace Shared.Seating.Scenes;

/// <summary>主席台, 主桌, 签字桌, 颁奖台, 合影.</summary>
public enum SceneKind { Presidium = 1, HeadTable, SigningTable, AwardStage, GroupPhoto }

/// <summary>Two conventions are alive for an even number: 1 and 2 share the centre with 2 at 1's own left, or 1 takes the own-left one of the two centre seats.</summary>
public enum EvenRule { LeftFollow = 1, LeftFirst }

/// <summary>主方, 客方.</summary>
public enum SceneSide { Host = 1, Guest }

/// <summary>What somebody does in a scene; ranks count within each: seated (at an award stage the presenter), 助签人, 见证人, 领奖人, 主持人, 随员.</summary>
public enum SceneRole { Seated = 1, Assistant, Witness, Receiver, Emcee, Retinue }

/// <summary>并列式: the signers beside each other and face the hall; 相对式: the same table, the retinues seated opposite their signer; 主席式: one chair, in which all sign one after the other.</summary>
public enum SigningForm { SideBySide = 1, Opposite, OneChair }

/// <summary>Where the emcee sits in the front row of a presidium, never behind it; one who sits by rank is seated like the others.</summary>
public enum EmceeSeat { Centre = 1, Side }

/// <summary>发言席: none, before the middle of the stage, at its own right, at its own left.</summary>
public enum Lectern { None = 1, Front, OwnRight, OwnLeft }

/// <summary>A stage or table whose people stand or sit in an order of ranks (场面).</summary>
public sealed class Scene
{
    public const int NameLength = 40;
    public const int MostPerRow = 40;
    public const int MostChairs = 30;
    public const int MostPlaces = 120;
    public const int MostScenes = 50;

    public int Id { get; set; }
    public int MeetingId { get; set; }
    public SceneKind Kind { get; set; }
    public required string Name { get; set; }
    public EvenRule EvenRule { get; set; } = EvenRule.LeftFollow;

    /// <summary>Two people under <see cref="EvenRule.LeftFollow"/>: the second at the first one's own left, as with more.</summary>
    public bool StrictTwo { get; set; }

    /// <summary>Most people in a row; 0 for one row. At a table its chairs; 0 for as many as people.</summary>
    public int PerRow { get; set; }

    /// <summary>客方 at the own right, that is left as the audience sees it; off where a venue needs the other way round.</summary>
    public bool GuestAtOwnRight { get; set; } = true;

    /// <summary>In a photo the host side fills the two ends of each row.</summary>
    public bool HostsAtEnds { get; set; }

    /// <summary>主宾 outranks the host and takes the head seat.</summary>
    public bool GuestAtHead { get; set; }

    public SigningForm Form { get; set; } = SigningForm.SideBySide;
    public EmceeSeat Emcee { get; set; } = EmceeSeat.Centre;
    public Lectern Lectern { get; set; } = Lectern.None;

    /// <summary>上级首位 1, 本单位主要负责人 2, 上级第2位 3: the proposal puts the first host second.</summary>
    public bool HostSecond { get; set; }

    /// <summary>When a person confirmed the order; null while it is only proposed.</summary>
    public DateTime? ConfirmedAt { get; set; }
    public string? ConfirmedBy { get; set; }

    /// <summary>When the cards were last put out as planned.</summary>
    public DateTime? CardsOutAt { get; set; }
    public string? CardsOutBy { get; set; }

    /// <summary>Whether a row may lose or gain places at either end; at a round table they keep their numbers, and on an award stage the two rows go on facing each other.</summary>
    public static bool ChairsMove(SceneKind kind) => kind is not (SceneKind.HeadTable or SceneKind.AwardStage);

    /// <summary>Whether people stand on places marked on the floor (站位贴) instead of sitting behind cards.</summary>
    public static bool IsStood(SceneKind kind) => kind is SceneKind.AwardStage or SceneKind.GroupPhoto;

    /// <summary>At most so many people or chairs, by what it is.</summary>
    public static int MostOf(SceneKind kind) => kind == SceneKind.HeadTable ? MostChairs : MostPerRow;
}

sealed class SceneMapping : IEntityTypeConfiguration<Scene>
{
    public void Configure(EntityTypeBuilder<Scene> scene)
    {
        scene.HasIndex(s => new { s.MeetingId, s.Name }).IsUnique();
        scene.HasOne<Meeting>().WithMany().HasForeignKey(s => s.MeetingId).OnDelete(DeleteBehavior.Cascade);
        scene.Property(s => s.Name).HasMaxLength(Scene.NameLength);
    }
}
