namespace EventApp.Layout;

/// <summary>Names the texts of the steps that make a meeting ready.</summary>
sealed class SetUpTexts;
