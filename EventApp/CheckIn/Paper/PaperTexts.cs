namespace EventApp.CheckIn.Paper;

/// <summary>Names the texts of paper lists and of the closing report.</summary>
sealed class PaperTexts;
