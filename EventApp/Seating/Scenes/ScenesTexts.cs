namespace EventApp.Seating.Scenes;

/// <summary>Names the texts of presidium, tables and stages.</summary>
sealed class ScenesTexts;
