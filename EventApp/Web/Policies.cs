namespace EventApp.Web;

/// <summary>Names of the authorization policies. What has none is open to nobody but signed-in people.</summary>
public static class Policies
{
    public const string Organiser = "organiser";
    public const string Desk = "desk";
}
