using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shared.Meetings;

namespace Shared.Shuttles;

/// <summary>A car, bus or coach that fetches people. Plate and driver often become known the evening before.</summary>
public sealed class Vehicle
{
    public const int ModelLength = 40;
    public const int PlateLength = 12;
    public const int DriverLength = 40;
    public const int PhoneLength = 20;
    public const int RemarkLength = 200;
    public const int FewestSeats = 2;
    public const int MostSeats = 80;

    public int Id { get; set; }
    public int MeetingId { get; set; }

    /// <summary>车型: 轿车, 商务车, 考斯特 …</summary>
    public required string Model { get; set; }

    /// <summary>车牌, upper case; unique within the meeting.</summary>
    public string? PlateNo { get; set; }

    /// <summary>With the driver's, as a rental firm counts them.</summary>
    public int Seats { get; set; }

    /// <summary>People it takes with their luggage, where that differs from <see cref="WithLuggage"/>.</summary>
    public int? Capacity { get; set; }
    public string? Driver { get; set; }
    public string? DriverPhone { get; set; }
    public string? Remark { get; set; }

    /// <summary>No longer used; kept in what was planned with it.</summary>
    public bool Retired { get; set; }

    // Seats with the driver's → people with luggage, as rental firms give them; the coaches by their usual free tenth.
    static readonly (int Seats, int People)[] Known = [(5, 3), (7, 5), (9, 7), (12, 10), (14, 12), (19, 15), (33, 28), (45, 40), (53, 48)];

    /// <summary>People that a vehicle of so many seats takes with their luggage; between two known sizes as the smaller one.</summary>
    public static int WithLuggage(int seats) => Known.LastOrDefault(size => size.Seats <= seats, (Seats: seats, People: Math.Max(1, seats - 2))).People;
}

sealed class VehicleMapping : IEntityTypeConfiguration<Vehicle>
{
    public void Configure(EntityTypeBuilder<Vehicle> vehicle)
    {
        vehicle.HasIndex(v => new { v.MeetingId, v.PlateNo }).IsUnique();
        vehicle.HasOne<Meeting>().WithMany().HasForeignKey(v => v.MeetingId).OnDelete(DeleteBehavior.Cascade);
        vehicle.Property(v => v.Model).HasMaxLength(Vehicle.ModelLength);
        vehicle.Property(v => v.PlateNo).HasMaxLength(Vehicle.PlateLength);
        vehicle.Property(v => v.Driver).HasMaxLength(Vehicle.DriverLength);
        vehicle.Property(v => v.DriverPhone).HasMaxLength(Vehicle.PhoneLength);
        vehicle.Property(v => v.Remark).HasMaxLength(Vehicle.RemarkLength);
    }
}
