namespace EventApp.Trust;

/// <summary>Names the texts of the page on which devices learn to trust the server.</summary>
sealed class TrustTexts;
