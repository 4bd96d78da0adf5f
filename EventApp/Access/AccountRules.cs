using Shared.Access;
using Shared.Meetings;

namespace EventApp.Access;

/// <summary>An account of one meeting reaches no other, whatever its role.</summary>
static class AccountRules
{
    public static void UseAccountRules(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (context.User.MeetingId() is { } own && await OtherMeetingAsync(context, own)) context.Response.StatusCode = StatusCodes.Status403Forbidden;
        else await next();
    });

    static async Task<bool> OtherMeetingAsync(HttpContext context, int own)
    {
        var value = context.Request.RouteValues.FirstOrDefault(pair => string.Equals(pair.Key, "year", StringComparison.OrdinalIgnoreCase)).Value;
        return int.TryParse(value?.ToString(), out var year)
            && await context.RequestServices.GetRequiredService<MeetingCalendar>().ReadAsync(year) is { } meeting && meeting.Id != own;
    }
}
