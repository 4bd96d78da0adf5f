using Microsoft.Extensions.Localization;

namespace EventApp.Components;

/// <summary>Names the texts of the parts that every page may use.</summary>
public sealed class ComponentTexts;

static class CopyWords
{
    /// <summary>What is said of a copy; nothing before there was one.</summary>
    public static string Said(this IStringLocalizer<ComponentTexts> texts, bool? copied) => copied switch { true => texts["Copied"], false => texts["CopyFailed"], null => "" };
}
