using System.Globalization;
using System.Resources;
using Shared.CheckIn.Paper;

namespace EventApp.CheckIn;

/// <summary>The sentences of the station API, in the language that the caller asks for.</summary>
sealed class ApiTexts
{
    static readonly ResourceManager Texts = new(typeof(ApiTexts));
    static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public static string Get(HttpContext http, string key) => Texts.GetString(key, Language(http)) ?? throw new MissingManifestResourceException(key);

    /// <summary>第2页第14行; null where the person stands on no sheet.</summary>
    public static string? Sheet(HttpContext http, SheetLine? line) =>
        line is { } at ? string.Format(CultureInfo.InvariantCulture, Get(http, "SheetLine"), at.Page, at.Line) : null;

    static CultureInfo Language(HttpContext http) =>
        http.Request.Headers.AcceptLanguage.ToString().StartsWith("en", StringComparison.OrdinalIgnoreCase) ? English : CultureInfo.InvariantCulture;
}
