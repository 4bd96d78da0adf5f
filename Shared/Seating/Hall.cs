using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shared.Meetings;

namespace Shared.Seating;

/// <summary>Rows of seats before a stage, or round tables with chairs.</summary>
public enum ZoneKind { Rows = 1, Tables }

/// <summary>Everybody has a seat of their own; each unit has a block in which its people sit as they come; whoever comes sits where there is room.</summary>
public enum ZoneUse { Numbered = 1, ByUnit, Free }

/// <summary>对接, 分组讨论, 工作餐, 宴会.</summary>
public enum TablePurpose { Matchmaking = 1, Discussion, WorkMeal, Banquet }

/// <summary>1, 2, 3 … from the left as the audience sees it; or odd numbers on the left and even ones on the right, both from the middle outwards (单双号).</summary>
public enum SeatNumbering { Sequential = 1, OddEven }

/// <summary>A room in which people have seats.</summary>
public sealed class Hall
{
    public const int NameLength = 40;
    public const int MostSeats = 10_000;
    public const int MostZones = 40;

    public int Id { get; set; }
    public int MeetingId { get; set; }
    public required string Name { get; set; }
    public List<Zone> Zones { get; set; } = [];
}

/// <summary>A part of a hall; zones lie one behind the other, the first next to the stage.</summary>
public sealed class Zone
{
    public const int NameLength = 20;
    public const int MostRows = 200;
    public const int MostPerRow = 120;
    public const int MostAisles = 12;
    public const int AislesLength = 60;
    public const int LastRow = 999;

    public int Id { get; set; }
    public int HallId { get; set; }
    public Hall? Hall { get; set; }
    public required string Name { get; set; }

    /// <summary>From the stage backwards.</summary>
    public int Position { get; set; }
    public ZoneKind Kind { get; set; } = ZoneKind.Rows;
    public ZoneUse Use { get; set; } = ZoneUse.Numbered;
    public SeatNumbering Numbering { get; set; } = SeatNumbering.Sequential;

    /// <summary>Of tables: what people come together for.</summary>
    public TablePurpose Purpose { get; set; } = TablePurpose.Matchmaking;

    /// <summary>The number of the first row, or of the first table.</summary>
    public int FirstRow { get; set; } = 1;

    /// <summary>So many rows at the front are for those of rank; a place there never passes to a substitute.</summary>
    public int FrontRows { get; set; }
    public int Rows { get; set; }

    /// <summary>Seats in a row, or chairs at a table.</summary>
    public int PerRow { get; set; }

    /// <summary>After which seats, counted from the left as the audience sees it, an aisle lies: <c>6,14</c>.</summary>
    public string Aisles { get; set; } = "";
    public List<Seat> Seats { get; set; } = [];

    public bool IsFront(int row) => Kind == ZoneKind.Rows && row < FirstRow + FrontRows;
}

sealed class HallMapping : IEntityTypeConfiguration<Hall>
{
    public void Configure(EntityTypeBuilder<Hall> hall)
    {
        hall.HasIndex(h => new { h.MeetingId, h.Name }).IsUnique();
        hall.HasOne<Meeting>().WithMany().HasForeignKey(h => h.MeetingId).OnDelete(DeleteBehavior.Cascade);
        hall.HasMany(h => h.Zones).WithOne(z => z.Hall).HasForeignKey(z => z.HallId).OnDelete(DeleteBehavior.Cascade);
        hall.Property(h => h.Name).HasMaxLength(Hall.NameLength);
    }
}

sealed class ZoneMapping : IEntityTypeConfiguration<Zone>
{
    public void Configure(EntityTypeBuilder<Zone> zone)
    {
        zone.HasIndex(z => new { z.HallId, z.Name }).IsUnique();
        zone.HasMany(z => z.Seats).WithOne(s => s.Zone).HasForeignKey(s => s.ZoneId).OnDelete(DeleteBehavior.Cascade);
        zone.Property(z => z.Name).HasMaxLength(Zone.NameLength);
        zone.Property(z => z.Aisles).HasMaxLength(Zone.AislesLength);
    }
}
