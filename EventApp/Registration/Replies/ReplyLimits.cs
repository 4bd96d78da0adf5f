using EventApp.Web;
using Microsoft.AspNetCore.RateLimiting;

namespace EventApp.Registration.Replies;

/// <summary>How often a form may ask.</summary>
static class ReplyLimits
{
    public const string Form = "reply";

    public static void AddTo(RateLimiterOptions limits) => limits.AddLinkPolicy(Form, ReplyEndpoints.Token);
}
