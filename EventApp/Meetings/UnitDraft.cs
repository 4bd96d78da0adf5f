using System.Globalization;
using Shared.Meetings;

namespace EventApp.Meetings;

/// <summary>A unit's form as typed; aliases in one line.</summary>
sealed record UnitDraft
{
    const string Day = "yyyy-MM-dd";
    static readonly char[] Separators = ['、', '，', ',', ';', '；', '\n'];

    public string? FullName { get; set; }
    public string? ShortName { get; set; }
    public string? Aliases { get; set; }
    public OrganisationKind Kind { get; set; } = OrganisationKind.Enterprise;
    public string? Region { get; set; }
    public CouncilRank? Rank { get; set; } = CouncilRank.Member;
    public string? JoinedOn { get; set; }
    public string? LeftOn { get; set; }
    public int? LiaisonId { get; set; }

    public static UnitDraft Of(UnitEntry entry, string separator) => new()
    {
        FullName = entry.FullName, ShortName = entry.ShortName, Aliases = string.Join(separator, entry.Aliases), Kind = entry.Kind, Region = entry.Region, Rank = entry.Rank,
        JoinedOn = entry.JoinedOn?.ToString(Day, CultureInfo.InvariantCulture), LeftOn = entry.LeftOn?.ToString(Day, CultureInfo.InvariantCulture), LiaisonId = entry.LiaisonId,
    };

    public UnitEntry Entry(int? id) => new()
    {
        Id = id, FullName = FullName, ShortName = ShortName, Aliases = (Aliases ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries), Kind = Kind, Region = Region,
        Rank = Rank, JoinedOn = Date(JoinedOn), LeftOn = Date(LeftOn), LiaisonId = LiaisonId,
    };

    static DateOnly? Date(string? typed) => DateOnly.TryParseExact(typed, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
