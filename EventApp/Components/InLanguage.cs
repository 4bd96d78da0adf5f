using System.Globalization;

namespace EventApp.Components;

/// <summary>Of names kept in two languages, the one in the reader's.</summary>
static class InLanguage
{
    public static string Pick(string chinese, string? english) =>
        english is { Length: > 0 } && CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? english : chinese;
}
