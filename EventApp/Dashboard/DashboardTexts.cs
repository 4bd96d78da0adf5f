namespace EventApp.Dashboard;

/// <summary>Names the texts of the dashboard, the unit lights and the projector.</summary>
sealed class DashboardTexts;
