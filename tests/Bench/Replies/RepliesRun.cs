using Bench.Crowds;
using Bench.Load;
using Bench.Processes;
using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Registration.Replies;

namespace Bench.Replies;

/// <summary>All 74 units fill in their reply at once: each form saves its group of keystrokes, all of them in the same half second, again and again.</summary>
static class RepliesRun
{
    // Half of the half second after which the next group is due.
    const double MostMilliseconds = 250, MostKilobytes = 60;

    // What the form waits before it sends what was typed.
    static readonly TimeSpan Group = TimeSpan.FromMilliseconds(500);

    static readonly TimeSpan Time = TimeSpan.FromSeconds(20);

    public static async Task RunAsync(Setting setting, Report report)
    {
        report.Say("rate limits", RaisedLimits.Text);
        var crowd = await Crowd.TakeAsync(setting, "replies", 160, 1);
        var links = await InviteAsync(crowd);
        await using var host = await HostProcess.EventAppAsync(crowd.Data.Path);
        report.AtMost("first load of the form", await FirstLoad.KilobytesAsync(host.Address, links[0]), MostKilobytes, "KB");
        var forms = await Task.WhenAll(links.Select((link, at) => TypingForm.OpenAsync(host.Address, link, at)));
        await Task.WhenAll(forms.Select(form => form.TypeAsync(Group, TimeSpan.FromSeconds(2), new Sample())));
        var took = new Sample();
        foreach (var sample in await Task.WhenAll(forms.Select(async form => await form.TypeAsync(Group, Time, new Sample())))) took.Add(sample);
        foreach (var share in (double[])[0.5, 0.99]) report.Figure($"a save, {links.Count} forms at once, p{share * 100:0}", took.At(share), "ms");
        report.AtMost($"a save, {links.Count} forms at once, p95", took.At(0.95), MostMilliseconds, "ms");
        report.Figure("saves per second", took.Count / Time.TotalSeconds, "/s");
        report.AtMost("saves lost", Lost(crowd, forms), 0);
    }

    static async Task<IReadOnlyList<ReplyLink>> InviteAsync(Crowd crowd)
    {
        var dbs = new Contexts(crowd.Data);
        await using var db = dbs.CreateDbContext();
        var units = await db.Set<Shared.Meetings.Unit>().Select(u => new { u.Id, u.MeetingId }).ToListAsync();
        var invite = new InviteUnits(dbs, new LinkKey(crowd.Data), new AuditTrail(dbs, TimeProvider.System), new Shared.Live.LiveUpdates());
        var links = await invite.RunAsync(units[0].MeetingId, [.. units.Take(Crowd.Units).Select(u => u.Id)], sent: true, Crowd.User);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        return links;
    }

    // The last text that each form was told is kept has to be there.
    static int Lost(Crowd crowd, IReadOnlyList<TypingForm> forms)
    {
        using var db = new Contexts(crowd.Data).CreateDbContext();
        var kept = db.Set<ReplyDraft>().AsEnumerable().ToDictionary(d => (d.ReplyId, d.Field), d => d.Text);
        return forms.Count(form => kept.GetValueOrDefault((form.ReplyId, ReplyFields.Need)) != form.Last);
    }
}
