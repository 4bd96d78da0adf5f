namespace EventApp.CheckIn.Arrivals;

/// <summary>Names the texts of the arrivals list and the log of attempts.</summary>
sealed class ArrivalTexts;
