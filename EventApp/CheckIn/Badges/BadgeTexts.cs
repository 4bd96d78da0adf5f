namespace EventApp.CheckIn.Badges;

/// <summary>Names the texts of badges.</summary>
sealed class BadgeTexts;
