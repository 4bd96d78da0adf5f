using System.Globalization;
using EventApp.Components;

namespace EventApp.CheckIn.Badges;

/// <summary>Four badges of 90 × 130 mm on A4, edge to edge; all measures in millimetres.</summary>
static class BadgeSheet
{
    public const double Width = 90, Height = 130;
    public const int PerSheet = 4;
    const int Columns = 2;
    const double PageWidth = 210, PageHeight = 297;
    const double Left = (PageWidth - Columns * Width) / 2, Top = (PageHeight - 2 * Height) / 2;

    public static readonly TextBox Meeting = new(78, 11, 5.4, 2.6);
    public static readonly TextBox Name = new(78, 25, 24, 5, BreakHan: false, LineHeight: 1.04);
    public static readonly TextBox Unit = new(78, 11.5, 6, 2.8);
    public static readonly TextBox Post = new(78, 5.2, 4.2, 2.2);
    public static readonly TextBox Liaison = new(78, 10, 8, 4);
    public static readonly TextBox AgendaName = new(47, 7, 3.6, 2.2);

    /// <summary>Where the card of this place (0 to 3) lies. The back is mirrored, so that it meets its front when the sheet is turned over its long edge.</summary>
    public static string Place(int place, bool back)
    {
        var column = back ? Columns - 1 - place % Columns : place % Columns;
        return string.Create(CultureInfo.InvariantCulture, $"left:{Left + column * Width}mm;top:{Top + place / Columns * Height}mm");
    }

    /// <summary>Marks in the margins, at every line along which to cut.</summary>
    public static IEnumerable<string> CutMarks()
    {
        const double length = 6, gap = 3, thick = 0.2;
        for (var column = 0; column <= Columns; column++)
            foreach (var y in (double[])[Top - gap - length, PageHeight - Top + gap])
                yield return Mark(Left + column * Width - thick / 2, y, thick, length);
        for (var row = 0; row <= 2; row++)
            foreach (var x in (double[])[Left - gap - length, PageWidth - Left + gap])
                yield return Mark(x, Top + row * Height - thick / 2, length, thick);
    }

    static string Mark(double x, double y, double width, double height) =>
        string.Create(CultureInfo.InvariantCulture, $"left:{x:0.##}mm;top:{y:0.##}mm;width:{width:0.##}mm;height:{height:0.##}mm");
}
