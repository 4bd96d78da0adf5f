using Microsoft.EntityFrameworkCore;
using Shared.Data;
using Shared.Meetings;

namespace Shared.Dashboard;

/// <summary>What a hall may see: counts, units that are here, people who agreed. Never who is absent.</summary>
public sealed record ScreenView(
    string Meeting, string? MeetingEn, bool IsSample, string Checkpoint, string? CheckpointEn, int Expected, int Arrived,
    int Members, int MembersPresent, IReadOnlyList<string> UnitsPresent, IReadOnlyList<PublicWelcome> Welcomes, DateTime AsOf, DateTime AsOfLocal);

/// <summary>The projector's picture, for whoever holds the token of a display link that is not revoked.</summary>
public sealed class PublicScreen(IDbContextFactory<EventDb> dbs, DashboardFeed feed, CheckpointChoices choices)
{
    /// <summary>Null where no working link has this token, or the meeting has no checkpoint yet.</summary>
    public async Task<ScreenView?> ReadAsync(string token, CancellationToken stop = default)
    {
        if (await FindAsync(token, stop) is not { } link) return null;
        var known = await choices.ReadAsync(link.Meeting.Id, stop);
        // A checkpoint retired meanwhile leaves the wall to report-in: nobody stands there to choose another.
        if ((CheckpointChoices.Choose(known, link.CheckpointId) ?? CheckpointChoices.Choose(known, null)) is not { } checkpoint) return null;
        var overview = await feed.GlanceAsync(link.Meeting.Id, checkpoint.Id, stop);
        if (overview.Numbers.Value is not { } numbers) return null;
        var zone = TimeZoneInfo.FindSystemTimeZoneById(link.Meeting.TimeZone);
        return new(link.Meeting.Name, link.Meeting.NameEn, link.Meeting.IsSample, checkpoint.Name, checkpoint.NameEn, numbers.People.Expected, numbers.People.Arrived,
            numbers.Members, numbers.MembersPresent, [.. numbers.Units.Where(u => u.IsPresent).Select(u => u.Name)],
            overview.Welcomes.Value ?? [], overview.AsOf, TimeZoneInfo.ConvertTimeFromUtc(overview.AsOf, zone));
    }

    /// <summary>Whether a working link has this token.</summary>
    public async Task<bool> AdmitsAsync(string token, CancellationToken stop = default) => await FindAsync(token, stop) is not null;

    async Task<Found?> FindAsync(string token, CancellationToken stop)
    {
        var hash = DisplayLink.Hash(token);
        await using var db = await dbs.CreateDbContextAsync(stop);
        return await (from link in db.DisplayLinks()
                      where link.TokenHash == hash && link.RevokedAt == null
                      join meeting in db.Meetings() on link.MeetingId equals meeting.Id
                      select new Found(meeting, link.CheckpointId)).AsNoTracking().SingleOrDefaultAsync(stop);
    }

    sealed record Found(Meeting Meeting, int? CheckpointId);
}
