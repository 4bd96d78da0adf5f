namespace EventApp.Access;

/// <summary>Names the texts of sign-in and accounts.</summary>
sealed class AccessTexts;
