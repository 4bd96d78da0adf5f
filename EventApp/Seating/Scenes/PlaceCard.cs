using System.Globalization;
using EventApp.Components;

namespace EventApp.Seating.Scenes;

/// <summary>A place card of two faces on one sheet of A4, in millimetres: the upper face stands on its head, so that folded both can be read; what is left below is the foot.</summary>
/// <param name="Width">Of a face; less than the sheet's is cut at both sides.</param>
public sealed record PlaceCard(double Width, double Height)
{
    const double PageWidth = 210, PageHeight = 297, Margin = 12;

    public static readonly PlaceCard[] Sizes = [new(210, 99), new(200, 100), new(210, 140)];

    public string Word => string.Create(CultureInfo.InvariantCulture, $"{Width}x{Height}");

    public static PlaceCard Of(string? word) => Sizes.FirstOrDefault(size => size.Word == word) ?? Sizes[0];

    public TextBox Name => new(Width - 2 * Margin, Height - 2 * Margin, Height * 0.56, 8, BreakHan: false, LineHeight: 1.1);

    /// <summary>Where a face lies; the upper one is turned.</summary>
    public string Face(bool upper) => string.Create(CultureInfo.InvariantCulture, $"left:{Left}mm;top:{(upper ? 0 : Height)}mm;width:{Width}mm;height:{Height}mm");

    /// <summary>What is folded under, or cut off where it is too low to stand on.</summary>
    public string Foot => string.Create(CultureInfo.InvariantCulture, $"left:{Left}mm;top:{2 * Height}mm;width:{Width}mm;height:{PageHeight - 2 * Height}mm");

    /// <summary>Dashes along which to fold, between the faces and at the foot.</summary>
    public IEnumerable<string> Folds() => ((double[])[Height, 2 * Height]).Select(y => string.Create(CultureInfo.InvariantCulture, $"left:{Left}mm;top:{y}mm;width:{Width}mm"));

    /// <summary>Marks at both ends of the lines along which to cut; none where the face is as wide as the sheet.</summary>
    public IEnumerable<string> Cuts()
    {
        const double length = 8, thick = 0.2;
        if (Width >= PageWidth) yield break;
        foreach (var x in (double[])[Left, PageWidth - Left])
            foreach (var y in (double[])[0, Height - length / 2, 2 * Height - length / 2, PageHeight - length])
                yield return string.Create(CultureInfo.InvariantCulture, $"left:{x - thick / 2:0.##}mm;top:{y:0.##}mm;width:{thick}mm;height:{length}mm");
    }

    double Left => (PageWidth - Width) / 2;
}
