using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.CheckIn;
using Shared.Data;
using Shared.Meetings;

namespace Bench.Crowds;

/// <summary>Everything of the meeting but its people: the year, units, staff, sessions, desks and one organiser.</summary>
sealed class CrowdFrame(EventDb db, int sessions)
{
    const int OpenDaysEitherSide = 2;

    readonly DateTime now = DateTime.UtcNow;

    public int Year => now.Year;
    public int MeetingId { get; private set; }
    public IReadOnlyList<int> SessionIds { get; private set; } = [];

    /// <summary>Saves it all and returns the desks' tokens.</summary>
    public async Task<IReadOnlyList<string>> AddAsync()
    {
        var meeting = new Meeting { Year = Year, Name = "测量用年会", FirstDay = DateOnly.FromDateTime(now.AddDays(-1)), LastDay = DateOnly.FromDateTime(now.AddDays(1)), CreatedAt = now, IsSample = true };
        db.Add(meeting);
        await db.SaveChangesAsync();
        MeetingId = meeting.Id;
        AddUnits(meeting.Id);
        var doors = Doors(meeting.Id);
        db.AddRange(doors);
        var tokens = Enumerable.Range(0, Crowd.Desks).Select(_ => StationToken.New()).ToList();
        await AddDesksAsync(meeting.Id, tokens);
        AddOrganiser();
        await db.SaveChangesAsync();
        SessionIds = [.. doors.Where(door => door.Kind == CheckpointKind.Session).Select(door => door.Id)];
        return tokens;
    }

    void AddUnits(int meeting)
    {
        for (var i = 1; i <= Crowd.Units; i++)
            db.Add(new Unit
            {
                MeetingId = meeting, ListNo = i, CouncilRank = CouncilRank.Member,
                Organisation = new Organisation { FullName = $"演示第{i:00}铸造有限公司", ShortName = $"演示{i:00}", Kind = OrganisationKind.Enterprise },
            });
    }

    List<Checkpoint> Doors(int meeting) =>
    [
        new() { MeetingId = meeting, Name = "报到", Kind = CheckpointKind.ReportIn, OpensAt = now.AddDays(-OpenDaysEitherSide), ClosesAt = now.AddDays(OpenDaysEitherSide) },
        .. Enumerable.Range(1, sessions).Select(i => new Checkpoint
        {
            MeetingId = meeting, Name = $"场次{i}", Kind = CheckpointKind.Session, OpensAt = now.AddDays(-OpenDaysEitherSide), ClosesAt = now.AddDays(OpenDaysEitherSide),
        }),
    ];

    async Task AddDesksAsync(int meeting, List<string> tokens)
    {
        var staff = tokens.Select((_, i) => new StaffMember { MeetingId = meeting, Name = $"工作人员{i + 1}", Nickname = $"小{i + 1}" }).ToList();
        db.AddRange(staff);
        await db.SaveChangesAsync();
        db.AddRange(tokens.Select((token, i) => new Station
        {
            MeetingId = meeting, Name = $"{i + 1}号台", Kind = StationKind.Desk, TokenHash = StationToken.Hash(token), OperatorId = staff[i].Id, EnrolledAt = now, LastSeenAt = now,
        }));
    }

    void AddOrganiser()
    {
        var user = new IdentityUser(Crowd.User) { NormalizedUserName = Crowd.User.ToUpperInvariant(), SecurityStamp = Guid.NewGuid().ToString("N") };
        user.PasswordHash = new PasswordHasher<IdentityUser>().HashPassword(user, Crowd.Password);
        db.AddRange(user, new IdentityUserClaim<string> { UserId = user.Id, ClaimType = Grant.ClaimType, ClaimValue = new Grant(Roles.Organiser).ToString() },
            new Account { UserId = user.Id, DisplayName = "测量员", CreatedAt = now });
    }
}
