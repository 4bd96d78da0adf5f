namespace Shared.CheckIn;

/// <summary>The words under which this feature's prints and files are recorded.</summary>
public static class PrintKinds
{
    public const string Badge = "badge";
    public const string BadgeFile = "badge-print-shop";
    public const string SignInSheet = "sign-in-sheet";
    public const string Roster = "roster";
    public const string Closing = "closing";
    public const string ClosingFile = "closing-xlsx";
}
