using Shared.Chinese;
using Shared.Registration.Proofing;

namespace EventApp.Registration.Proofing;

/// <summary>A unit's people on one page of the sheets; <paramref name="Ends"/> where its last one stands here, with the line for signatures.</summary>
sealed record ProofBlock(ProofUnit Unit, IReadOnlyList<ProofPerson> People, bool Continued, bool Ends);

/// <summary>How units fall onto A4 pages. All measures are millimetres and stand in print.css too.</summary>
static class ProofLayout
{
    public const double UnitHeight = 10, RowHeight = 15;
    const double PageHeight = 240, HeadHeight = 7.5, DoubtHeight = 4, FootHeight = 10;

    /// <summary>A unit stays whole where a page can hold it; several small ones share a page.</summary>
    public static IReadOnlyList<IReadOnlyList<ProofBlock>> Pages(IReadOnlyList<ProofUnit> units)
    {
        var (pages, left) = (new List<List<ProofBlock>>(), 0.0);
        foreach (var unit in units)
        {
            if (Height(unit, unit.People.Count) is var whole && whole > left && (whole <= PageHeight || left < Height(unit, 1))) NewPage();
            for (var from = 0; from < unit.People.Count;)
            {
                if (left < Height(unit, 1)) NewPage();
                var fits = Math.Clamp((int)((left - Height(unit, 0)) / RowHeight), 1, unit.People.Count - from);
                pages[^1].Add(new(unit, [.. unit.People.Skip(from).Take(fits)], from > 0, from + fits == unit.People.Count));
                (from, left) = (from + fits, left - Height(unit, fits));
            }
        }
        return pages;

        void NewPage()
        {
            pages.Add([]);
            left = PageHeight;
        }
    }

    static double Height(ProofUnit unit, int people) => UnitHeight + (unit.NameDoubts == NameDoubt.None ? 0 : DoubtHeight) + HeadHeight + people * RowHeight + FootHeight;
}
