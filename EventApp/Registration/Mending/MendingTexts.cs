namespace EventApp.Registration.Mending;

/// <summary>Names the texts of the page on which records that are alike are merged or kept apart.</summary>
sealed class MendingTexts;
