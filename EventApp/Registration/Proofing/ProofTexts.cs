namespace EventApp.Registration.Proofing;

/// <summary>Names the texts of the proofreading page and of its sheets.</summary>
sealed class ProofTexts;
