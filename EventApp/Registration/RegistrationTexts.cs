namespace EventApp.Registration;

/// <summary>Names the texts of the list of attendees and of the import.</summary>
sealed class RegistrationTexts;
