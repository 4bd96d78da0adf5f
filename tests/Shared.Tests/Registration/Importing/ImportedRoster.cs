using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Live;
using Shared.Meetings;
using Shared.Registration;
using Shared.Registration.Importing;
using Shared.Tests.Data.Sheets;

namespace Shared.Tests.Registration.Importing;

/// <summary>A meeting into which lists are imported.</summary>
sealed class ImportedRoster : IDisposable
{
    public Rosters Rosters { get; } = new();

    public RunningImports Running { get; } = new();

    public AuditTrail Audit { get; }

    public LiveUpdates Live { get; } = new();

    public ImportedRoster() => Audit = new(Rosters.Database, TimeProvider.System);

    public ImportRoster Importer => new(Rosters.Database, Audit, Live, Running);

    public TidyImports Tidy => new(Rosters.Database, Audit, Running, new MeetingCalendar(Rosters.Database));

    public async Task<KnownRosterView> KnownAsync() =>
        await new KnownRoster(Rosters.Database).ReadAsync((await new MeetingCalendar(Rosters.Database).ReadAsync(Rosters.Meeting.Year, Stop))!, Stop);

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async Task<(RosterPreview Preview, KnownRosterView Known)> PreviewAsync(string heading, params string[] rows)
    {
        var known = await KnownAsync();
        var file = new TestXlsx().Sheet("名单").Row(heading.Split('|'));
        foreach (var row in rows)
            file.Row(row.Split('|'));
        return (RosterSheet.Preview(file.ToArray(), known.Context, known.Remembered), known);
    }

    public async Task<ImportRosterResult> ImportAsync(string heading, params string[] rows)
    {
        var (preview, known) = await PreviewAsync(heading, rows);
        return await ConfirmAsync(preview, known);
    }

    public async Task<ImportRosterResult> ConfirmAsync(RosterPreview preview, KnownRosterView known, CancellationToken? stop = null, IProgress<int>? progress = null) =>
        await Importer.RunAsync(RosterPlan.Of(preview, "名单.xlsx", new string('0', 64)), known, "小松", progress, stop ?? Stop);

    public List<Attendee> Listed()
    {
        using var db = Rosters.Database.CreateDbContext();
        return [.. db.Attendees().AsNoTracking().Include(a => a.Journeys).Include(a => a.Unit!.Organisation).Listed(Rosters.Meeting.Id).OrderBy(a => a.Id)];
    }

    public TValue Read<TValue>(Func<Shared.Data.EventDb, TValue> read)
    {
        using var db = Rosters.Database.CreateDbContext();
        return read(db);
    }

    public void Dispose() => Rosters.Dispose();
}
