namespace EventApp.Registration.Own;

/// <summary>Names the texts of a person's own page.</summary>
sealed class OwnTexts;
