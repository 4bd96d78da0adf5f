namespace EventApp.Layout;

/// <summary>Names the texts of the frame around every page.</summary>
sealed class LayoutTexts;
