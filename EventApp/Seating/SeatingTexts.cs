namespace EventApp.Seating;

/// <summary>Names the texts of halls and of who sits where.</summary>
public sealed class SeatingTexts;
