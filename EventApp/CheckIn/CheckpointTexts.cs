namespace EventApp.CheckIn;

/// <summary>Names the texts of the organisers' pages for checkpoints and stations.</summary>
sealed class CheckpointTexts;
