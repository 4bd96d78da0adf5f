namespace EventApp.Access.Auditing;

/// <summary>Names the texts of the audit trail's page and file.</summary>
sealed class AuditTexts;
