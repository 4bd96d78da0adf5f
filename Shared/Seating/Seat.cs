using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Shared.Seating;

/// <summary>Blocked: nobody sits there (broken, camera, mixing desk). Accessible: given by hand alone.</summary>
public enum SeatState { Ordinary = 1, Blocked, Accessible }

/// <summary>One seat, or one chair at a table.</summary>
public sealed class Seat
{
    public const int MostNumber = 999;

    public int Id { get; set; }
    public int ZoneId { get; set; }
    public Zone? Zone { get; set; }

    /// <summary>排, or the number of the table.</summary>
    public int Row { get; set; }

    /// <summary>Place from the left as the audience sees it, an aisle being a gap; at a table clockwise from the head seat.</summary>
    public int Column { get; set; }

    /// <summary>号, as it stands on the seat.</summary>
    public int Number { get; set; }
    public SeatState State { get; set; } = SeatState.Ordinary;
}

sealed class SeatMapping : IEntityTypeConfiguration<Seat>
{
    public void Configure(EntityTypeBuilder<Seat> seat)
    {
        seat.HasIndex(s => new { s.ZoneId, s.Row, s.Number }).IsUnique();
        seat.HasIndex(s => new { s.ZoneId, s.Row, s.Column }).IsUnique();
    }
}
