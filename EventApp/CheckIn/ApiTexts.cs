namespace EventApp.CheckIn;

/// <summary>Names the sentences of the station API.</summary>
sealed class ApiTexts;
