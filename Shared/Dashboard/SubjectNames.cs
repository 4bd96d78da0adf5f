using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Shared.CheckIn;
using Shared.Data;
using Shared.Meetings;
using Shared.Registration;
using Shared.Registration.Replies;
using Shared.Seating;
using Shared.Seating.Scenes;
using Shared.Shuttles;

namespace Shared.Dashboard;

/// <summary>What the things are called today that the audit trail names by kind and number: <c>attendee:5</c>, <c>unit:3</c>. What is gone or has no name is missing.</summary>
public sealed class SubjectNames(IDbContextFactory<EventDb> dbs)
{
    sealed record Named(int Id, string? Name);

    public async Task<IReadOnlyDictionary<string, string>> ReadAsync(IEnumerable<string?> subjects, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var names = new Dictionary<string, string>();
        foreach (var kind in subjects.Select(Split).OfType<(string Kind, int Id)>().Distinct().GroupBy(one => one.Kind))
            foreach (var named in await NamesAsync(db, kind.Key, [.. kind.Select(one => one.Id)], stop))
                if (named.Name is { Length: > 0 } name) names[$"{kind.Key}:{named.Id}"] = name;
        return names;
    }

    static (string Kind, int Id)? Split(string? subject) =>
        subject?.Split(':') is [var kind, var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? (kind, id) : null;

    static Task<List<Named>> NamesAsync(EventDb db, string kind, List<int> ids, CancellationToken stop)
    {
        var (people, longs) = (db.Attendees(), ids.Select(id => (long)id).ToList());
        return kind switch
        {
            "attendee" => Read(people.Where(a => ids.Contains(a.Id)), a => new(a.Id, a.Name)),
            "unit" => Read(db.Units().Where(u => ids.Contains(u.Id)), u => new(u.Id, u.Organisation!.ShortName ?? u.Organisation.FullName)),
            "reply" => Read(db.Replies().Where(r => ids.Contains(r.Id)), r => new(r.Id, r.Unit!.Organisation!.ShortName ?? r.Unit.Organisation.FullName)),
            "staff" => Read(db.Staff().Where(s => ids.Contains(s.Id)), s => new(s.Id, s.Nickname ?? s.Name)),
            "station" => Read(db.Stations().Where(s => ids.Contains(s.Id)), s => new(s.Id, s.Name)),
            "checkpoint" => Read(db.Checkpoints().Where(c => ids.Contains(c.Id)), c => new(c.Id, c.Name)),
            "scan" => Read(db.Scans().Where(s => longs.Contains(s.Id)), s => new((int)s.Id, people.Where(a => a.Id == s.AttendeeId).Select(a => a.Name).FirstOrDefault())),
            "display-link" => Read(db.DisplayLinks().Where(l => ids.Contains(l.Id)), l => new(l.Id, l.Name)),
            "vehicle" => Read(db.Set<Vehicle>().Where(v => ids.Contains(v.Id)), v => new(v.Id, v.PlateNo ?? v.Model)),
            "scene" => Read(db.Scenes().Where(s => ids.Contains(s.Id)), s => new(s.Id, s.Name)),
            "hall" => Read(db.Halls().Where(h => ids.Contains(h.Id)), h => new(h.Id, h.Name)),
            "import" => Read(db.RosterImports().Where(i => ids.Contains(i.Id)), i => new(i.Id, i.FileName)),
            _ => Task.FromResult(new List<Named>()),
        };

        Task<List<Named>> Read<T>(IQueryable<T> rows, Expression<Func<T, Named>> named) => rows.Select(named).ToListAsync(stop);
    }
}
