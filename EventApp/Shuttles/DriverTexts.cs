namespace EventApp.Shuttles;

/// <summary>Names the texts of a driver's page.</summary>
sealed class DriverTexts;
