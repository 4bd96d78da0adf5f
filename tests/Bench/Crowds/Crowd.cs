using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Shared.CheckIn;
using Shared.Data;

namespace Bench.Crowds;

/// <summary>A data directory with a meeting of this many people, each with a badge, and what is needed to scan them.</summary>
/// <param name="Codes">The badge codes in a drawn order, as a crowd comes to the doors.</param>
/// <param name="Tokens">One bearer token for each desk.</param>
/// <param name="Checkpoints">Ids of the sessions, all open, each letting everyone in once.</param>
sealed record Crowd(DataDirectory Data, int Year, IReadOnlyList<string> Codes, IReadOnlyList<string> Tokens, IReadOnlyList<int> Checkpoints)
{
    public const string User = "bench";
    public const string Password = "measure with care";
    public const int Units = 74;
    public const int Desks = 8;

    static readonly Dictionary<(int People, int Sessions), Crowd> Made = [];

    /// <summary>A fresh copy of such a crowd; it is made once in a run of the program.</summary>
    public static async Task<Crowd> TakeAsync(Setting setting, string name, int people, int sessions)
    {
        if (!Made.TryGetValue((people, sessions), out var made))
            Made[(people, sessions)] = made = await MakeAsync(setting.Fresh($"crowd-{people}-{sessions}"), people, sessions);
        var copy = DataDirectory.Open(setting.Fresh(name));
        File.Copy(made.Data.Database, copy.Database);
        File.Copy(made.Data.BadgeKey, copy.BadgeKey);
        return made with { Data = copy };
    }

    static async Task<Crowd> MakeAsync(string folder, int people, int sessions)
    {
        var data = DataDirectory.Open(folder);
        var dbs = new Contexts(data);
        await new DatabaseStart(dbs, data, NullLogger<DatabaseStart>.Instance).RunAsync();
        await using var db = dbs.CreateDbContext();
        var frame = new CrowdFrame(db, sessions);
        var tokens = await frame.AddAsync();
        var codes = Fill(db, data, people);
        new Random(people).Shuffle(codes);
        await db.DisposeAsync();
        SqliteConnection.ClearAllPools();
        return new Crowd(data, frame.Year, codes, tokens, frame.SessionIds);
    }

    static string[] Fill(EventDb db, DataDirectory data, int people)
    {
        using var connection = SqliteSettings.OpenOwn(data);
        using var filling = connection.CreateCommand();
        filling.CommandText = "BEGIN";
        filling.ExecuteNonQuery();
        var codes = new CrowdPeople(db, connection, new BadgeKey(data)).Add(people);
        filling.CommandText = "COMMIT";
        filling.ExecuteNonQuery();
        return codes;
    }

    /// <summary>The n-th scan that finds someone new at its door: one session after another, at each the whole crowd once.</summary>
    public (string Code, int Checkpoint) Scan(int n)
    {
        var (session, person) = Math.DivRem(n, Codes.Count);
        return session < Checkpoints.Count ? (Codes[person], Checkpoints[session])
            : throw new CannotMeasure("Everyone has been everywhere; give the crowd more sessions.");
    }
}

/// <summary>Contexts on the database of a data directory, for one operation each.</summary>
sealed class Contexts(DataDirectory data) : IDbContextFactory<EventDb>
{
    readonly DbContextOptions<EventDb> options = Options(data);

    public EventDb CreateDbContext() => new(options);

    static DbContextOptions<EventDb> Options(DataDirectory data)
    {
        var options = new DbContextOptionsBuilder<EventDb>();
        options.UseEventDb(data);
        return options.Options;
    }
}
