namespace EventApp.CheckIn;

/// <summary>Names the texts of the check-in station; the page hands all of them to its modules.</summary>
sealed class StationTexts;
