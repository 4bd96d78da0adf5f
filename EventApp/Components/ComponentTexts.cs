namespace EventApp.Components;

/// <summary>Names the texts of the parts that every page may use.</summary>
sealed class ComponentTexts;
