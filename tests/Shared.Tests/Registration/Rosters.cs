using Shared.Meetings;
using Shared.Registration;

namespace Shared.Tests.Registration;

/// <summary>A meeting with units and people, as tests of lists need it.</summary>
sealed class Rosters : IDisposable
{
    public TestDatabase Database { get; } = new();
    public Meeting Meeting { get; }
    public Unit Foundry { get; }
    public Unit University { get; }

    public Rosters(int year = 2026)
    {
        Meeting = new Meeting { Year = year, Name = "金属新材料年会", FirstDay = new(year, 11, 23), LastDay = new(year, 11, 24) };
        Database.Add(Meeting);
        Foundry = AddUnit("重型铸造有限责任公司", "重型铸造");
        University = AddUnit("哈尔滨理工大学", "哈理工", "理工大");
    }

    public Unit AddUnit(string fullName, string? shortName = null, params string[] aliases)
    {
        var unit = new Unit
        {
            MeetingId = Meeting.Id, ListNo = 1, CouncilRank = CouncilRank.Member,
            Organisation = new Organisation { FullName = fullName, ShortName = shortName, Kind = OrganisationKind.Enterprise, Aliases = [.. aliases.Select(name => new OrganisationAlias { Name = name })] },
        };
        Database.Add(unit);
        return unit;
    }

    public Attendee Add(string name, Unit? unit = null, Action<Attendee>? change = null)
    {
        using var db = Database.CreateDbContext();
        var attendee = new Attendee { MeetingId = Meeting.Id, UnitId = (unit ?? Foundry).Id, Name = name, ListNo = db.Attendees().Count() + 1 };
        change?.Invoke(attendee);
        db.Add(attendee);
        db.SaveChanges();
        AttendeeIndex.RenewAsync(db, attendee).GetAwaiter().GetResult();
        db.SaveChanges();
        return attendee;
    }

    public void Dispose() => Database.Dispose();
}
