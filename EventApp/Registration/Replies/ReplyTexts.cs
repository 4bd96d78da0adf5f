namespace EventApp.Registration.Replies;

/// <summary>Texts of the reply form, of what goes out to the units, and of the pages on which replies are followed.</summary>
public sealed class ReplyTexts;
