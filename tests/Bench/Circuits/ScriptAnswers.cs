namespace Bench.Circuits;

/// <summary>What a browser with a plain light screen of 1280 pixels answers to the calls that the pages make.</summary>
static class ScriptAnswers
{
    static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["mudpopoverHelper.countProviders"] = "1",
        ["window.hasOwnProperty"] = "false",
    };

    public static string To(string name, bool wantsObject) =>
        wantsObject ? """{"__jsObjectId":1}""" : Known.GetValueOrDefault(name, "null");
}
