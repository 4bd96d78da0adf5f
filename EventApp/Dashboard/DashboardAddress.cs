using System.Globalization;
using System.Security.Claims;
using EventApp.Components;
using EventApp.Web;
using Shared.Access;
using Shared.CheckIn;
using Shared.Dashboard;
using Shared.Registration;

namespace EventApp.Dashboard;

/// <summary>Where the dashboard stands and which list stands behind each of its numbers; null where the list is not open to who looks, and the number is then no link.</summary>
/// <param name="Lists">The lists of who came are open.</param>
/// <param name="All">The log, the people and the devices are open.</param>
/// <param name="Dials">Numbers of the staff stand in full: whoever has a task rings them, who only looks does not.</param>
public readonly record struct DashboardAddress(int Year, int Checkpoint, bool Lists = true, bool All = true, bool Dials = true)
{
    const string ExpectedWord = "expected";
    static readonly string[] WithTask = [.. Roles.All.Where(role => role != Roles.Viewer)];

    public string Path => Write("dashboard");
    public string? Expected => Lists ? Write("arrivals", $"&state={ExpectedWord}") : null;
    public string Units => Write("unit-arrivals");

    public string UnitsThat(string state) => Write("unit-arrivals", $"&state={state}");
    public string? PeopleAs(Standing standing) => Lists ? Write("arrivals", $"&state={AddressWord.Of(standing)}") : null;
    public string? PeopleOf(int unit) => Lists ? Write("arrivals", string.Create(CultureInfo.InvariantCulture, $"&unit={unit}")) : null;
    public string? ExpectedOf(int unit) => Lists ? Write("arrivals", string.Create(CultureInfo.InvariantCulture, $"&state={ExpectedWord}&unit={unit}")) : null;
    public string? ArrivedOf(int unit) => Lists ? Write("arrivals", string.Create(CultureInfo.InvariantCulture, $"&state={AddressWord.Of(Standing.Arrived)}&unit={unit}")) : null;
    public string? PeopleOf(AttendeeCategory category) => Lists ? Write("arrivals", $"&state={ExpectedWord}&category={AddressWord.Of(category)}") : null;
    public string? PeopleOf(AttendeeCategory category, Standing standing) => Lists ? Write("arrivals", $"&state={AddressWord.Of(standing)}&category={AddressWord.Of(category)}") : null;
    public string? Person(int id) => All ? string.Create(CultureInfo.InvariantCulture, $"/{Year}/attendees?person={id}") : null;
    public string? Refused(ScanOutcome reason) => All ? Write("scans", $"&outcome={AddressWord.Of(reason)}") : null;
    public string? AtStation(int station) => All ? string.Create(CultureInfo.InvariantCulture, $"/{Year}/scans?station={station}&since={StationBoard.RecentMinutes}m") : null;
    public string? ToCheck => All ? Write("scans", "&check=yes") : null;

    /// <summary>The devices of the meeting.</summary>
    public string? Stations => All ? string.Create(CultureInfo.InvariantCulture, $"/{Year}/stations") : null;

    /// <summary>The addresses for whoever looks.</summary>
    public DashboardAddress For(ClaimsPrincipal user, int meetingId) =>
        this with { Lists = user.Holds(meetingId, Policies.ByRole[Policies.Desk]), All = user.Holds(meetingId, Policies.ByRole[Policies.Organiser]), Dials = user.Holds(meetingId, WithTask) };

    // Years, numbers and address words need no escaping.
    string Write(string page, string? more = null) => string.Create(CultureInfo.InvariantCulture, $"/{Year}/{page}?checkpoint={Checkpoint}{more}");
}
