using EventApp.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Shared.Access;
using Shared.Data;
using Shared.Meetings;

namespace EventApp.Tests.Hostile;

/// <summary>
/// Two meetings with the same people, phones, units and rows in every table, last year's marked in each of a person's words. Half of the units are the same bodies in both.
/// </summary>
public sealed class TwoMeetings : IAsyncLifetime
{
    /// <summary>Stands in every text of the other meeting and nowhere else.</summary>
    public const string Marker = "⟦另⟧";

    internal RunningApp App { get; } = new("Limits:StationPerSecond=100000", "Limits:StationBurst=100000", "Limits:AddressPerSecond=100000", "Limits:SearchPerSecond=100000");

    /// <summary>The one whose organiser asks.</summary>
    public MeetingView Here { get; private set; } = null!;

    /// <summary>The marked one.</summary>
    public MeetingView There { get; private set; } = null!;

    /// <summary>The user's id of a liaison of the other meeting, who is signed in.</summary>
    public string Liaison { get; private set; } = "";

    /// <summary>The last row of the other meeting in each table with rows of one.</summary>
    public IReadOnlyDictionary<string, long> Last { get; private set; } = null!;

    internal EventDb Db() => App.Get<IDbContextFactory<EventDb>>().CreateDbContext();

    public async ValueTask InitializeAsync()
    {
        await using var scope = App.Services.CreateAsyncScope();
        await using var db = Db();
        (There, _) = await SampleRows.AddAsync(scope.ServiceProvider, new FakeTimeProvider(DateTimeOffset.UtcNow.AddYears(-1)));
        await OneRowEach.AddAsync(db, There.Id);
        await TextColumns.PlantAsync(db, (column, _) => $"substr(COALESCE(\"{column.Name}\", ''), 1, {column.Length - Marker.Length}) || '{Marker}'");
        await scope.ServiceProvider.GetRequiredService<AuditTrail>().AddAsync("小松" + Marker, "note-changed", "attendee:1", There.Id, Marker);
        await db.RunSqlAsync($"UPDATE AuditEntry SET Who = Who || '{Marker}' WHERE Who NOT LIKE '%{Marker}'");
        await AddLiaisonAsync(scope.ServiceProvider, db);
        Last = await LastRowsAsync(db);
        (Here, _) = await SampleRows.AddAsync(scope.ServiceProvider);
        There = (await scope.ServiceProvider.GetRequiredService<MeetingCalendar>().ReadAsync()).Single(m => m.Id == There.Id);
        await OneRowEach.AddAsync(db, Here.Id, Last);
        await db.RunSqlAsync($"""
            UPDATE Unit SET OrganisationId = (SELECT o.OrganisationId FROM Unit o WHERE o.MeetingId = {Here.Id} AND o.ListNo = Unit.ListNo) WHERE MeetingId = {There.Id} AND ListNo % 2 = 0
            """);
    }

    async Task AddLiaisonAsync(IServiceProvider services, EventDb db)
    {
        await services.GetRequiredService<CreateAccount>().RunAsync("there", "小松" + Marker, RunningApp.Password, [new Grant(Roles.Liaison, There.Id)]);
        using var client = App.Anonymous();
        Assert.NotNull(await client.SignInAsync("there", RunningApp.Password));
        Liaison = await db.Users.Where(user => user.UserName == "there").Select(user => user.Id).SingleAsync();
        await db.RunSqlAsync($"UPDATE StaffMember SET UserId = '{Liaison}' WHERE Id = (SELECT LiaisonId FROM Unit WHERE LiaisonId IS NOT NULL LIMIT 1)");
    }

    static async Task<Dictionary<string, long>> LastRowsAsync(EventDb db)
    {
        var last = new Dictionary<string, long>();
        foreach (var table in Tables(db)) last[table] = (await db.NumbersAsync($"SELECT MAX(rowid) FROM \"{table}\""))[0];
        return last;
    }

    /// <summary>All tables but those of accounts and of what was done.</summary>
    internal static IEnumerable<string> Tables(EventDb db) => db.Model.GetEntityTypes().Select(type => type.GetTableName()).OfType<string>().Distinct()
        .Where(table => !table.StartsWith("AspNet", StringComparison.Ordinal) && table is not ("Account" or "Session" or "Choice" or "AuditEntry" or "AuditDetail"));

    /// <summary>The ids of a table's rows of one meeting, the first ones first.</summary>
    internal async Task<IReadOnlyList<int>> IdsAsync(string table, bool here)
    {
        await using var db = Db();
        return [.. (await db.NumbersAsync($"SELECT rowid FROM \"{table}\" WHERE rowid {(here ? ">" : "<=")} {Last[table]} ORDER BY rowid LIMIT 8")).Select(id => (int)id)];
    }

    public async ValueTask DisposeAsync() => await App.DisposeAsync();
}
