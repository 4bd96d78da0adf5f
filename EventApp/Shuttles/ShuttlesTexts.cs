namespace EventApp.Shuttles;

/// <summary>Names the texts of vehicles and trips.</summary>
sealed class ShuttlesTexts;
