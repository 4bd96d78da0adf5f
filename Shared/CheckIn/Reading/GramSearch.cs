using Shared.Chinese;
using Shared.Registration;

namespace Shared.CheckIn.Reading;

/// <summary>Walks the people of the rarest gram, or of the units, and keeps those who have all the rest.</summary>
sealed class GramSearch(ReadLane lane, int meetingId, SearchQuery query)
{
    const string Columns = "a.Id, a.UnitId, a.Name, a.Phone, a.ContactPhone, o.FullName, o.ShortName, (SELECT group_concat(l.Name, char(10)) FROM OrganisationAlias l WHERE l.OrganisationId = o.Id)";
    const string Joined = """
        JOIN Unit u ON u.Id = a.UnitId JOIN Organisation o ON o.Id = u.OrganisationId LEFT JOIN RosterImport i ON i.Id = a.ImportId
        WHERE (a.ImportId IS NULL OR i.State = 2) AND a.MeetingId = ?1
        """;
    const string ByGram = $"SELECT {Columns} FROM AttendeeGram g CROSS JOIN Attendee a ON a.Id = g.AttendeeId {Joined} AND g.MeetingId = ?1 AND g.Gram = ?2 ORDER BY g.AttendeeId";
    const string ByUnit = $"SELECT {Columns} FROM Attendee a {Joined} AND a.UnitId = ?2 ORDER BY a.ListNo, a.Id";
    const string HasGram = "SELECT 1 FROM AttendeeGram WHERE MeetingId = ?1 AND Gram = ?2 AND AttendeeId = ?3";
    const string CountGram = "SELECT count(*) FROM (SELECT 1 FROM AttendeeGram WHERE MeetingId = ?1 AND Gram = ?2 LIMIT 300)";

    public List<int> Find(WayReading reading, int most, IReadOnlyCollection<int> known)
    {
        var ids = new List<int>();
        var grams = reading.Grams.Distinct().ToList();
        if (grams.Count > 1) grams = [.. grams.OrderBy(Count)];
        var (driving, rest) = grams.Count > 0 ? (grams.Take(1).Select(gram => lane[ByGram].Set(1, meetingId).Set(2, gram)), grams.Skip(1).ToList())
            : (reading.Units!.Order().Select(unit => lane[ByUnit].Set(1, meetingId).Set(2, unit)), []);
        foreach (var rows in driving)
        {
            while (ids.Count < most && rows.Step())
                if (Fits(rows, reading, rest) && !known.Contains(rows.Int(0)) && !ids.Contains(rows.Int(0))) ids.Add(rows.Int(0));
            rows.End();
        }
        return ids;
    }

    bool Fits(Writing.Statement row, WayReading reading, List<string> rest) =>
        (reading.Units is not { } units || units.Contains(row.Int(1))) && rest.TrueForAll(gram => Has(row.Int(0), gram)) && (!NeedsCheck || IsMeant(row));

    bool NeedsCheck { get; } = query.Ways.Any(way => way.Any(word => word.NeedsCheck));

    // Grams are cut at a length; what was typed beyond it is looked for in the texts.
    bool IsMeant(Writing.Statement row) => query.Fits(AttendeeIndex.Texts(row.Text(2), row.TextOrNull(3), row.TextOrNull(4)),
        [row.Text(5), .. (row.TextOrNull(6) + "\n" + row.TextOrNull(7)).Split('\n', StringSplitOptions.RemoveEmptyEntries)]);

    bool Has(int attendeeId, string gram)
    {
        var found = lane[HasGram].Set(1, meetingId).Set(2, gram).Set(3, attendeeId);
        var has = found.Step();
        found.End();
        return has;
    }

    int Count(string gram)
    {
        var found = lane[CountGram].Set(1, meetingId).Set(2, gram);
        found.Step();
        var count = found.Int(0);
        found.End();
        return count;
    }
}
