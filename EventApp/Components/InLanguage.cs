using System.Globalization;

namespace EventApp.Components;

/// <summary>Words kept in two languages.</summary>
static class InLanguage
{
    /// <summary>What is said in a language that need not be the reader's.</summary>
    public static string Say(string language, Func<string> said)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = new(language);
            return said();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    /// <summary>Of names kept in two languages, the one in the reader's.</summary>
    public static string Pick(string chinese, string? english) =>
        english is { Length: > 0 } && CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? english : chinese;
}
