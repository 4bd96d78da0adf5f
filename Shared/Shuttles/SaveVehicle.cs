using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Chinese;
using Shared.Data;
using Shared.Live;
using Shared.Meetings;

namespace Shared.Shuttles;

/// <summary>A vehicle as a form holds it.</summary>
public sealed record VehicleEntry
{
    /// <summary>Null for one to be added.</summary>
    public int? Id { get; init; }
    public string? Model { get; init; }
    public string? PlateNo { get; init; }
    public int? Seats { get; init; }
    public int? Capacity { get; init; }
    public string? Driver { get; init; }
    public string? DriverPhone { get; init; }
    public string? Remark { get; init; }
    public bool Retired { get; init; }

    /// <summary>People it takes with their luggage.</summary>
    public int People => Capacity ?? Vehicle.WithLuggage(Seats ?? Vehicle.FewestSeats);
}

/// <summary>The id, or what was wrong field by field.</summary>
public sealed record SaveVehicleResult(int Id, IReadOnlyList<FieldProblem> Problems);

/// <summary>Adds a vehicle or changes one.</summary>
public sealed class SaveVehicle(IDbContextFactory<EventDb> dbs, AuditTrail audit, LiveUpdates live)
{
    public async Task<SaveVehicleResult> RunAsync(int meetingId, VehicleEntry typed, string who, CancellationToken stop = default)
    {
        var entry = Tidy(typed);
        var problems = Problems(entry).ToList();
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var vehicle = entry.Id is null ? new Vehicle { MeetingId = meetingId, Model = "" } : await db.Vehicles().SingleOrDefaultAsync(v => v.Id == entry.Id && v.MeetingId == meetingId, stop);
        if (vehicle is null) problems.Add(new(nameof(entry.Id), "NoSuchVehicle"));
        if (entry.PlateNo is { } plate && await db.Vehicles().AnyAsync(v => v.MeetingId == meetingId && v.PlateNo == plate && v.Id != entry.Id, stop)) problems.Add(new(nameof(entry.PlateNo), "PlateInUse"));
        if (problems.Count > 0) return new(0, problems);
        if (entry.Id is null) db.Add(vehicle!);
        (vehicle!.Model, vehicle.PlateNo, vehicle.Seats, vehicle.Capacity) = (entry.Model!, entry.PlateNo, entry.Seats!.Value, entry.Capacity);
        (vehicle.Driver, vehicle.Remark, vehicle.Retired) = (entry.Driver, entry.Remark, entry.Retired);
        vehicle.DriverPhone = entry.DriverPhone is { } phone ? PhoneEntry.ReadAny(phone) : null;
        await db.SaveChangesAsync(stop);
        await audit.AddAsync(db, who, entry.Id is null ? "vehicle-added" : "vehicle-changed", ShuttlesSets.Subject(vehicle.Id), meetingId, null, stop);
        await transaction.CommitAsync(stop);
        live.Tell(ShuttlesSets.Fleets(meetingId));
        return new(vehicle.Id, []);
    }

    static VehicleEntry Tidy(VehicleEntry typed) => typed with
    {
        Model = TextNormal.Line(typed.Model), PlateNo = Empty(Plate(typed.PlateNo)),
        Driver = Empty(TextNormal.PersonName(typed.Driver)), DriverPhone = Empty(TextNormal.Line(typed.DriverPhone)), Remark = Empty(TextNormal.Line(typed.Remark)),
    };

    // 黑B·D0001, 黑b d0001 and 黑BD0001 are one plate.
    static string Plate(string? typed) => string.Concat(TextNormal.Line(typed).Where(char.IsLetterOrDigit)).ToUpperInvariant();

    static IEnumerable<FieldProblem> Problems(VehicleEntry entry)
    {
        if (entry.Model!.Length == 0) yield return new(nameof(entry.Model), "Missing");
        if (entry.Seats is not (>= Vehicle.FewestSeats and <= Vehicle.MostSeats)) yield return new(nameof(entry.Seats), "Seats");
        if (entry.Capacity is { } people && (people < 1 || people >= (entry.Seats ?? Vehicle.MostSeats))) yield return new(nameof(entry.Capacity), "Capacity");
        if (entry.DriverPhone is { } phone && PhoneEntry.ReadAny(phone) is null) yield return new(nameof(entry.DriverPhone), "NotAPhone");
        foreach (var (field, text, most) in ((string, string?, int)[])
            [(nameof(entry.Model), entry.Model, Vehicle.ModelLength), (nameof(entry.PlateNo), entry.PlateNo, Vehicle.PlateLength), (nameof(entry.Driver), entry.Driver, Vehicle.DriverLength), (nameof(entry.Remark), entry.Remark, Vehicle.RemarkLength)])
            if (text?.Length > most) yield return new(field, "TooLong", most);
    }

    static string? Empty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
