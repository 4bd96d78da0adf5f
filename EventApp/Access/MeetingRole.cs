using Microsoft.AspNetCore.Authorization;
using Shared.Access;
using Shared.Meetings;

namespace EventApp.Access;

/// <summary>One of these roles, held in the meeting that is asked for; where none is, held in any.</summary>
sealed record MeetingRole(params string[] Roles) : IAuthorizationRequirement;

/// <summary>Reads the meeting from the address: an endpoint's, or a page's that a circuit moved to.</summary>
sealed class JudgeMeetingRole(MeetingCalendar calendar) : AuthorizationHandler<MeetingRole>
{
    const string Year = "Year";

    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, MeetingRole needed)
    {
        if (await HoldsAsync(context, needed)) context.Succeed(needed);
    }

    async Task<bool> HoldsAsync(AuthorizationHandlerContext context, MeetingRole needed) => YearOf(context.Resource) switch
    {
        null => context.User.HoldsAnywhere(needed.Roles),
        // A year without a meeting is told to those alone who may see every one.
        { } year => await calendar.ReadAsync(year) is { } meeting ? context.User.Holds(meeting.Id, needed.Roles) : needed.Roles.Any(context.User.HoldsEverywhere),
    };

    static int? YearOf(object? resource)
    {
        var value = resource switch
        {
            HttpContext http => http.GetRouteValue(Year),
            Microsoft.AspNetCore.Components.RouteData route => route.RouteValues.GetValueOrDefault(Year),
            _ => null,
        };
        return value is int year || int.TryParse(value?.ToString(), System.Globalization.CultureInfo.InvariantCulture, out year) ? year : null;
    }
}
