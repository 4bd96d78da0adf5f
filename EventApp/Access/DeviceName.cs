using Shared.Access;

namespace EventApp.Access;

/// <summary>Browser and system of a request in the words people use for them.</summary>
static class DeviceName
{
    // Each looks like those behind it as well.
    static readonly (string Sign, string Word)[] Browsers = [("MicroMessenger", "微信"), ("DingTalk", "钉钉"), ("QQBrowser", "QQ"), ("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari")];
    static readonly (string Sign, string Word)[] Systems = [("iPhone", "iPhone"), ("iPad", "iPad"), ("HarmonyOS", "HarmonyOS"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS", "Mac"), ("Linux", "Linux")];

    /// <summary>Never longer than <see cref="Session.DeviceLength"/>; a dash for what tells nothing.</summary>
    public static string Of(string? userAgent)
    {
        var words = new[] { Browsers, Systems }.Select(list => list.FirstOrDefault(one => userAgent?.Contains(one.Sign, StringComparison.OrdinalIgnoreCase) == true).Word).OfType<string>().ToList();
        return words.Count == 0 ? "–" : string.Join(" · ", words);
    }
}
