namespace EventApp.Privacy;

/// <summary>Names the texts of one person's data and of how long data are kept.</summary>
sealed class PrivacyTexts;
