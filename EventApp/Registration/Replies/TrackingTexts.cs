namespace EventApp.Registration.Replies;

/// <summary>Texts of the pages on which the organiser follows replies, and of the letters that go out.</summary>
public sealed class TrackingTexts;
