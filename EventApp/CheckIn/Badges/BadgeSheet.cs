using System.Globalization;
using System.Text;
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

    /// <summary>A ruler along the two lines between the cards, a tick each millimetre, a number each centimetre.</summary>
    public static string Rulers()
    {
        var svg = new StringBuilder("<svg class=\"rulers\" viewBox=\"0 0 210 297\" aria-hidden=\"true\">");
        void Add(FormattableString part) => svg.Append(part.ToString(CultureInfo.InvariantCulture));
        static double Tick(int mm) => mm % 10 == 0 ? 5 : mm % 5 == 0 ? 3.5 : 2;
        for (var mm = 0; mm <= Columns * Width; mm++)
        {
            Add($"<line x1=\"{Left + mm}\" x2=\"{Left + mm}\" y1=\"{Top + Height}\" y2=\"{Top + Height + Tick(mm)}\"/>");
            if (mm % 10 == 0 && mm > 0) Add($"<text x=\"{Left + mm}\" y=\"{Top + Height + 7.5}\" text-anchor=\"middle\">{mm / 10}</text>");
        }
        for (var mm = 0; mm <= 2 * Height; mm++)
        {
            Add($"<line x1=\"{Left + Width}\" x2=\"{Left + Width + Tick(mm)}\" y1=\"{Top + mm}\" y2=\"{Top + mm}\"/>");
            if (mm % 10 == 0 && mm > 0) Add($"<text x=\"{Left + Width + 6}\" y=\"{Top + mm + 0.9}\">{mm / 10}</text>");
        }
        return svg.Append("</svg>").ToString();
    }
}
