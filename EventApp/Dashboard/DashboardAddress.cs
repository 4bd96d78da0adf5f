using System.Globalization;
using EventApp.Components;
using Shared.CheckIn;
using Shared.Dashboard;
using Shared.Registration;

namespace EventApp.Dashboard;

/// <summary>Where the dashboard stands and which list stands behind each of its numbers.</summary>
public readonly record struct DashboardAddress(int Year, int Checkpoint)
{
    const string ExpectedWord = "expected";

    public string Path => Write("dashboard");
    public string Expected => Write("arrivals", $"&state={ExpectedWord}");
    public string Units => Write("unit-arrivals");

    public string UnitsThat(string state) => Write("unit-arrivals", $"&state={state}");
    public string PeopleAs(Standing standing) => Write("arrivals", $"&state={AddressWord.Of(standing)}");
    public string PeopleOf(int unit) => Write("arrivals", string.Create(CultureInfo.InvariantCulture, $"&unit={unit}"));
    public string ExpectedOf(int unit) => Write("arrivals", string.Create(CultureInfo.InvariantCulture, $"&state={ExpectedWord}&unit={unit}"));
    public string ArrivedOf(int unit) => Write("arrivals", string.Create(CultureInfo.InvariantCulture, $"&state={AddressWord.Of(Standing.Arrived)}&unit={unit}"));
    public string PeopleOf(AttendeeCategory category) => Write("arrivals", $"&state={ExpectedWord}&category={AddressWord.Of(category)}");
    public string PeopleOf(AttendeeCategory category, Standing standing) => Write("arrivals", $"&state={AddressWord.Of(standing)}&category={AddressWord.Of(category)}");
    public string Person(int id) => string.Create(CultureInfo.InvariantCulture, $"/{Year}/attendees?person={id}");
    public string Refused(ScanOutcome reason) => Write("scans", $"&outcome={AddressWord.Of(reason)}");
    public string AtStation(int station) => string.Create(CultureInfo.InvariantCulture, $"/{Year}/scans?station={station}&since={StationBoard.RecentMinutes}m");
    public string ToCheck => Write("scans", "&check=yes");

    // Years, numbers and address words need no escaping.
    string Write(string page, string? more = null) => string.Create(CultureInfo.InvariantCulture, $"/{Year}/{page}?checkpoint={Checkpoint}{more}");
}
