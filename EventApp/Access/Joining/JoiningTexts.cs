namespace EventApp.Access.Joining;

/// <summary>Names the texts of joining.</summary>
sealed class JoiningTexts;
