using Microsoft.EntityFrameworkCore;
using Shared.Data;
using Shared.Seating.Placing;
using Shared.Seating.Tables;

namespace Shared.Seating.Grouping;

/// <summary>Why two units at one table are worth something.</summary>
public enum PairReason { SameUnit = 1, WantsToMeet, NeedMeetsAchievement, Asked, SameRank }

/// <summary>What each reason is worth.</summary>
/// <param name="SharedWord">For each word that a need and an achievement have in common, up to <see cref="MostWords"/> of them.</param>
public sealed record TableWeights(int SameUnit = 30, int Asked = 50, int WantsToMeet = 10, int SharedWord = 2)
{
    public const int Most = 1000, MostWords = 4;
}

/// <param name="Name">As people call it; a part of a unit too large for one table says which.</param>
public sealed record GroupName(string Name, IReadOnlyList<int> People);

/// <summary>Who is to share tables in a hall, as the replies and the plan in force say it.</summary>
/// <param name="Tables">What people call each table.</param>
/// <param name="Reasons">Of each wish, by its two groups.</param>
/// <param name="Now">The table of every group that sits at one; those that nobody has seated yet are not in it.</param>
/// <param name="Asked">What the organiser asked for.</param>
public sealed record TableQuestionView(TableProblem Problem, IReadOnlyDictionary<string, string> Tables, IReadOnlyDictionary<string, GroupName> Groups,
    IReadOnlyDictionary<(string A, string B), PairReason> Reasons, IReadOnlyDictionary<string, string> Now, TableAsked Asked)
{
    public int People => Problem.Groups.Sum(g => g.Size);
    public int Seats => Problem.Tables.Sum(t => t.Seats);
}

/// <summary>The question that the tables of a hall put to the planner (圆桌分组).</summary>
public sealed class TableQuestion(IDbContextFactory<EventDb> dbs)
{
    /// <summary>Null where the meeting has no such hall or the hall has no tables.</summary>
    public async Task<TableQuestionView?> ReadAsync(int meetingId, int hallId, TableWeights? weights = null, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        return await db.AtOneMomentAsync(async () =>
            await db.SeatPlans().AsNoTracking().SingleOrDefaultAsync(p => p.HallId == hallId && p.IsCurrent && p.Hall!.MeetingId == meetingId, stop) is { } plan
            && await TableReading.ReadAsync(db, meetingId, plan, stop) is { Tables.Count: > 0 } reading ? reading.Question(weights ?? new()) : null, stop);
    }
}
