namespace EventApp.Web;

/// <summary>Names of the authorization policies. What has none is open to nobody but signed-in people.</summary>
public static class Policies
{
    public const string Organiser = "organiser";
    public const string Desk = "desk";
}

/// <summary>Names of the limits that more than one folder puts on its endpoints.</summary>
public static class Limits
{
    /// <summary>Whoever bears no token, by address.</summary>
    public const string Address = "address";
}
