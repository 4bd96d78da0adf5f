using System.Security.Claims;
using Shared.Access;
using Shared.Meetings;

namespace EventApp.Layout;

/// <summary>Where somebody's work on a meeting begins.</summary>
static class FirstPage
{
    static readonly (string Role, string Path)[] ByRole = [(Roles.Organiser, ""), (Roles.Desk, "/arrivals"), (Roles.Liaison, "/my-units"), (Roles.Dispatcher, "/vehicles"), (Roles.Catering, "/catering"), (Roles.StageManager, "/seating/scenes")];

    public static string Of(ClaimsPrincipal user, MeetingView meeting) =>
        $"/{meeting.Year}{ByRole.Where(entry => user.Holds(meeting.Id, entry.Role)).Select(entry => entry.Path).FirstOrDefault("/dashboard")}";
}
