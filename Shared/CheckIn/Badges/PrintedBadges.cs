using Microsoft.EntityFrameworkCore;
using Shared.Data;
using Shared.Meetings;

namespace Shared.CheckIn.Badges;

/// <summary>A badge as it goes on paper: the only place where a code leaves the program.</summary>
public sealed record PrintedBadge(BadgeFace Face, string Code);

/// <summary>The sheet of one recorded print. Those that changed since it was recorded are left out and counted as <paramref name="Outdated"/>.</summary>
public sealed record BadgePrint(PrintoutView Print, BadgeFrame Frame, IReadOnlyList<PrintedBadge> Badges, int Outdated);

/// <summary>What to put on the paper or into the file of a recorded print.</summary>
public sealed class PrintedBadges(IDbContextFactory<EventDb> dbs, BadgeKey key, PrintoutLog log)
{
    /// <summary>Null where the meeting has no such print.</summary>
    public async Task<BadgePrint?> ReadAsync(MeetingView meeting, int printoutId, CancellationToken stop = default)
    {
        if (await log.ReadAsync(meeting.Id, printoutId, [PrintKinds.Badge, PrintKinds.BadgeFile], stop) is not var (print, items)) return null;
        await using var db = await dbs.CreateDbContextAsync(stop);
        var frame = await BadgeFrame.ReadAsync(db, meeting, stop);
        var faces = (await db.People(meeting.Id).ToListAsync(stop)).Concat(await db.Spares(meeting.Id).ToListAsync(stop))
            .Where(face => face.BadgeId is not null).ToDictionary(face => face.BadgeId!.Value);
        var current = items.Select(item => faces.GetValueOrDefault((int)item.SubjectId) is { } face && StillSo(item, face.Shown(frame)!) ? face : null).OfType<BadgeFace>().ToList();
        var ids = current.Select(face => face.BadgeId!.Value).ToList();
        var secrets = await db.Badges().Where(b => b.MeetingId == meeting.Id && ids.Contains(b.Id)).ToDictionaryAsync(b => b.Id, b => b.Secret, stop);
        return new BadgePrint(print, frame, [.. current.Select(face => new PrintedBadge(face, key.Code(secrets[face.BadgeId!.Value])))], items.Count - current.Count);
    }

    static bool StillSo(ShownItem recorded, ShownItem now) => recorded.Fingerprint.AsSpan().SequenceEqual(now.Fingerprint);
}
