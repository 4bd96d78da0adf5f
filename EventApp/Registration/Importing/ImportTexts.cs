namespace EventApp.Registration.Importing;

/// <summary>Names the texts of imports: what notes, refusals, fields and states say.</summary>
public sealed class ImportTexts;
