using System.Globalization;
using Shared.Shuttles;

namespace Shared.Demo;

/// <summary>The vehicles of the sample meeting; as in life the coach has no plate yet.</summary>
static class SampleFleet
{
    public static IEnumerable<Vehicle> Of(int meetingId) => SampleTable.Rows("vehicles").Select(row => new Vehicle
    {
        MeetingId = meetingId, Model = row[0], Seats = int.Parse(row[1], CultureInfo.InvariantCulture), PlateNo = Or(row[2]), Driver = Or(row[3]), DriverPhone = Or(row[4]), Remark = Or(row[5]),
    });

    static string? Or(string cell) => cell.Length == 0 ? null : cell;
}
