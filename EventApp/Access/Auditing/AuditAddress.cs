using System.Globalization;
using EventApp.Components;
using Microsoft.AspNetCore.WebUtilities;
using Shared.Access;
using Shared.Meetings;

namespace EventApp.Access.Auditing;

/// <summary>What the page of the audit trail shows, as its address says it.</summary>
public sealed record AuditAddress(int Year)
{
    const string DayForm = "yyyy-MM-dd";

    public string? Who { get; init; }

    /// <summary>A deed or a group of deeds.</summary>
    public string? What { get; init; }
    public string? Subject { get; init; }

    /// <summary>Days of the venue, both included.</summary>
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }

    /// <summary>The last entry there was when the first page was read.</summary>
    public long? UpTo { get; init; }
    public int Page { get; init; } = 1;

    /// <summary>The entry in the drawer.</summary>
    public long? Entry { get; init; }

    public bool IsFiltered => Who is not null || What is not null || Subject is not null || From is not null || To is not null;

    public string Path => Write($"/{Year}/audit", ("page", Page > 1 ? Number(Page) : null), ("entry", Number(Entry)));

    /// <param name="kind">xlsx or csv.</param>
    public string Export(string kind) => Write($"/{Year}/audit/export", ("kind", kind));

    /// <summary>The same trail from its newest entry, with the drawer closed.</summary>
    public AuditAddress Fresh() => this with { UpTo = null, Page = 1, Entry = null };

    public AuditFilter Filter(MeetingView meeting) => new()
    {
        Who = Who, Whats = What is null ? null : AuditGroups.Of(What), Subject = Subject, UpTo = UpTo,
        From = From is { } from ? meeting.ToUtc(from.ToDateTime(default)) : null, Before = To is { } to ? meeting.ToUtc(to.AddDays(1).ToDateTime(default)) : null,
    };

    public static AuditAddress Read(int year, string address)
    {
        var query = new AddressQuery(address);
        return new(year)
        {
            Who = query.Text("who"), What = query.Text("what"), Subject = query.Text("subject"), From = Day(query.Text("from")), To = Day(query.Text("to")),
            UpTo = Long(query.Text("upto")), Page = query.Number("page") ?? 1, Entry = Long(query.Text("entry")),
        };
    }

    /// <summary>Null for what is no day.</summary>
    public static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue.AddDays(-1) && day.Year > 1 ? day : null;

    public static string? Day(DateOnly? day) => day?.ToString(DayForm, CultureInfo.InvariantCulture);

    string Write(string path, params (string Name, string? Value)[] more) => QueryHelpers.AddQueryString(path, ((string Name, string? Value)[])
        [
            ("who", Who), ("what", What), ("subject", Subject), ("from", Day(From)), ("to", Day(To)), ("upto", Number(UpTo)), .. more,
        ] is var all ? all.Where(pair => pair.Value is not null).Select(pair => KeyValuePair.Create(pair.Name, pair.Value)) : []);

    static long? Long(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    static string? Number(long? number) => number?.ToString(CultureInfo.InvariantCulture);
}
