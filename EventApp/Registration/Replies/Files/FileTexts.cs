namespace EventApp.Registration.Replies.Files;

/// <summary>Names the texts of the files that units send back.</summary>
public sealed class FileTexts;
