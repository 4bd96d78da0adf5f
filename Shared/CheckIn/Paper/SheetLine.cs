namespace Shared.CheckIn.Paper;

/// <summary>Where a person signs on the paper sign-in sheet (签到表). Page and line count from 1; the order is that of the list.</summary>
public readonly record struct SheetLine(int Page, int Line)
{
    public const int LinesPerPage = 25;

    /// <summary>The line of the person at this place of the sheet, from 0.</summary>
    public static SheetLine At(int position) => new(position / LinesPerPage + 1, position % LinesPerPage + 1);
}
