namespace Shared.Meetings.Importing;

/// <summary>In the order of gravity. A remark changes nothing about the row.</summary>
public enum NoteLevel { Remark, Warning, Error }

/// <summary>Something a person should know about a row, as a code whose sentence lies with the interface.</summary>
/// <param name="Args">Fill the places {0}, {1} … of the sentence.</param>
public sealed record Note(string Code, NoteLevel Level, Field? Field, params object[] Args);

/// <summary>A cell whose meaning was plain but whose writing was not.</summary>
public sealed record Correction(Field Field, string From, string To);

/// <summary>One value of a row already stored that the file gives otherwise; empty cells change nothing.</summary>
public sealed record ValueChange(Field Field, object? Old, object New);

/// <summary>In the order of gravity; the worst counts.</summary>
public enum RowStatus { Skipped, Ok, Corrected, Warning, Error }

/// <summary>Why a row is no record.</summary>
public enum SkippedAs { None, AboveTheTable, Heading, Footer, Empty }
