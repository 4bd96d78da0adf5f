namespace EventApp.Components;

/// <summary>Names the texts for what the audit trail keeps: deeds, fields, values, prints.</summary>
sealed class TrailTexts;
