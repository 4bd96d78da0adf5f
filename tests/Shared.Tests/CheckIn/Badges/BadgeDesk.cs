using Shared.CheckIn;
using Shared.CheckIn.Badges;
using Shared.Live;
using Shared.Meetings;

namespace Shared.Tests.CheckIn.Badges;

/// <summary>The commands and queries of badges over one small meeting.</summary>
public sealed class BadgeDesk : IDisposable
{
    public PrintedMeeting Printed { get; } = new();
    public BadgeKey Key { get; }
    public MeetingView View { get; }
    public IssueBadges Issue { get; }
    public IssueSpares Spares { get; }
    public ReissueBadge Reissue { get; }
    public BadgeList List { get; }
    public PrintBadges Print { get; }
    public PrintedBadges Sheet { get; }
    public LiveUpdates Live { get; } = new();

    public BadgeDesk()
    {
        var database = Printed.Database;
        Key = new BadgeKey(database.Data);
        var mint = new BadgeMint(Key, Printed.Clock, Live);
        Issue = new IssueBadges(database, mint);
        Spares = new IssueSpares(database, mint, Printed.Audit);
        Reissue = new ReissueBadge(database, mint, Printed.Audit);
        List = new BadgeList(database, new StalePrints(database));
        Print = new PrintBadges(database, Issue, new StalePrints(database), Printed.Record);
        Sheet = new PrintedBadges(database, Key, new PrintoutLog(database));
        var m = Printed.Meeting;
        View = new MeetingView(m.Id, m.Year, m.Name, m.NameEn, m.FirstDay, m.LastDay, m.Venue, TimeZoneInfo.FindSystemTimeZoneById(m.TimeZone), m.IsSample);
    }

    public List<Badge> All()
    {
        using var db = Printed.Database.CreateDbContext();
        return [.. db.Badges().OrderBy(b => b.Id)];
    }

    public void Dispose() => Printed.Dispose();
}
