using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using Shared.CheckIn;

namespace EventApp.Tests.CheckIn;

/// <summary>A page of badges or paper on a meeting whose report-in has been open for an hour.</summary>
public abstract class PaperPageTest : PageTest
{
    protected Checkpoint ReportIn { get; }

    protected PaperPageTest()
    {
        Services.AddSingleton<AntiforgeryStateProvider, NoToken>();
        var now = DateTime.UtcNow;
        ReportIn = new Checkpoint { MeetingId = Meeting.Id, Name = "报到", Kind = CheckpointKind.ReportIn, OpensAt = now.AddHours(-1), ClosesAt = now.AddHours(8) };
    }

    protected void AddReportIn() => Rosters.Database.Add(ReportIn);

    protected T Read<T>(Func<Shared.Data.EventDb, T> read)
    {
        using var db = Rosters.Database.CreateDbContext();
        return read(db);
    }

    sealed class NoToken : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => null;
    }
}
