namespace Shared.Meetings;

/// <summary>Why one field of a form was not taken; <paramref name="Problem"/> names a sentence: Missing, TooLong, NotAPhone, UnknownUnit …</summary>
public sealed record FieldProblem(string Field, string Problem, int? Limit = null);
