namespace EventApp.Registration.Catering;

/// <summary>Names the texts of what catering sees: diets, portions, rooms.</summary>
sealed class CateringTexts;
