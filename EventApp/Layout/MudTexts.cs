using Microsoft.Extensions.Localization;
using MudBlazor;

namespace EventApp.Layout;

/// <summary>Names the texts that the component library says by itself.</summary>
sealed class MudTexts;

/// <summary>The library's own words in the reader's language; a word that has no text here stays the library's.</summary>
sealed class MudWords(IStringLocalizer<MudTexts> texts) : MudLocalizer
{
    public override LocalizedString this[string key] => texts[key];

    public override LocalizedString this[string key, params object[] arguments] => texts[key, arguments];
}
