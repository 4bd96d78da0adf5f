namespace EventApp.Components;

/// <summary>Names the texts around every print.</summary>
sealed class PrintTexts;
