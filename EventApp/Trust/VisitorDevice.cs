namespace EventApp.Trust;

/// <summary>Kinds of devices that install an authority each in its own way; WeChat's browser inside an app cannot.</summary>
public enum DeviceKind { Apple, Android, Windows, Mac, WeChat }

static class VisitorDevice
{
    // The first that fits decides: WeChat names the phone it runs on, an Android phone names Linux.
    static readonly (string Word, DeviceKind Kind)[] Words =
    [
        ("MicroMessenger", DeviceKind.WeChat), ("iPhone", DeviceKind.Apple), ("iPad", DeviceKind.Apple), ("Android", DeviceKind.Android), ("HarmonyOS", DeviceKind.Android), ("OpenHarmony", DeviceKind.Android),
        ("Windows", DeviceKind.Windows), ("Macintosh", DeviceKind.Mac),
    ];

    /// <param name="userAgent">What the browser says of itself; only the order of the page depends on it.</param>
    /// <returns>Null for a kind that the page does not know.</returns>
    public static DeviceKind? Of(string userAgent) => Words.Where(one => userAgent.Contains(one.Word, StringComparison.OrdinalIgnoreCase)).Select(one => (DeviceKind?)one.Kind).FirstOrDefault();
}
