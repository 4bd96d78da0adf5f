using Shared.Access;
using Shared.Live;
using Shared.Meetings;
using Shared.Registration;
using Shared.Seating.Scenes;
using Shared.Seating.Scenes.Rules;
using Shared.Tests.Registration;

namespace Shared.Tests.Seating.Scenes;

/// <summary>A scene of a meeting on a real file, and the commands that change it.</summary>
sealed class SceneHall : IDisposable
{
    public const string Who = "小雨";

    public Rosters Rosters { get; } = new();
    public AuditTrail Audit { get; }
    public LiveUpdates Live { get; } = new();
    public int Scene { get; private set; }

    SceneEditing Editing => new(Rosters.Database, Audit, Live);
    public int Meeting => Rosters.Meeting.Id;
    public RankPlace Rank => new(Editing);
    public LockPlace Lock => new(Editing);
    public MarkAbsent Absent => new(Editing);
    public PutCardsOut PutOut => new(Editing);
    public PresortScene Presort => new(Editing);
    public ConfirmScene Confirm => new(Editing);
    public PairReceivers Pair => new(Editing);
    public EditPlace Edit => new(Editing);
    public RemoveFromScene Take => new(Editing);
    public RemoveScene Remove => new(Editing);
    public AddToScene Add => new(Editing);
    public SaveScene Save => new(Rosters.Database, Audit, Live);
    public ScenePlan Plan => new(Rosters.Database);
    public PrintScene Print => new(Plan, new RecordPrintout(Rosters.Database, Audit, TimeProvider.System));
    public PrintedScene Printed => new(new PrintoutLog(Rosters.Database), Plan);

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public SceneHall() => Audit = new(Rosters.Database, TimeProvider.System);

    public async Task<int> AddSceneAsync(SceneKind kind = SceneKind.Presidium, string name = "主席台", int? meeting = null) =>
        Scene = (await Save.RunAsync(meeting ?? Meeting, new() { Kind = kind, Name = name }, Who, Stop)).Id;

    /// <summary>A presidium of people called by one character each, in this order.</summary>
    public async Task SeatAsync(string names)
    {
        await AddSceneAsync();
        foreach (var name in names) await AddAsync(new() { AttendeeId = Rosters.Add($"王{name}").Id });
    }

    public async Task<int> AddAsync(ScenePlaceEntry entry)
    {
        var result = await Add.RunAsync(Meeting, Scene, entry, Who, Stop);
        Assert.Empty(result.Problems);
        return result.PlaceId;
    }

    public async Task<ScenePlanView> ReadAsync() => (await Plan.ReadAsync(Meeting, Scene, Stop))!;

    /// <summary>The last character of each name in order of rank; the absent in brackets.</summary>
    public async Task<string> OrderAsync(SceneRole role = SceneRole.Seated) => string.Concat((await ReadAsync()).Of(role).Select(person => person.Absent ? $"({person.Name![^1]})" : $"{person.Name?[^1] ?? '?'}"));

    /// <summary>The same from left to right as the audience sees them, rows from the front.</summary>
    public async Task<string> SeenAsync() => string.Join('|', (await ReadAsync()).People.Where(person => person.At is not null).GroupBy(person => person.At!.Value.Row).OrderBy(row => row.Key).Select(row => string.Concat(row.OrderBy(person => person.At!.Value.Number).Select(person => person.Name?[^1] ?? '?'))));

    public async Task<int> PlaceOfAsync(char name) => (await ReadAsync()).People.Single(person => person.Name?[^1] == name).Id;

    public List<string> Trail()
    {
        using var db = Rosters.Database.CreateDbContext();
        return [.. db.Set<AuditEntry>().OrderBy(e => e.Id).Select(e => e.What + " " + db.Set<AuditDetail>().Where(d => d.EntryId == e.Id).Select(d => d.Details).FirstOrDefault())];
    }

    public void Dispose() => Rosters.Dispose();
}
