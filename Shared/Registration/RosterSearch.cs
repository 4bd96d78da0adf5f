using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Shared.Chinese;
using Shared.Data;
using Shared.Meetings;

namespace Shared.Registration;

/// <summary>Narrows a list of attendees to those whom a typed text means: characters of the name, pinyin, initials, a phone's last digits, the unit or its alias.</summary>
public static class RosterSearch
{
    /// <summary>The list unchanged where nothing was typed; an empty one where the text means nothing.</summary>
    public static async Task<IQueryable<Attendee>> NarrowAsync(EventDb db, IQueryable<Attendee> listed, int meetingId, string? typed, CancellationToken stop = default)
    {
        if (string.IsNullOrWhiteSpace(typed)) return listed;
        var query = SearchQuery.Parse(typed);
        if (query.Ways.Count == 0) return listed.Where(a => false);
        var units = await UnitsAsync(db, meetingId, stop);
        var candidates = listed.Where(AnyOf(query.Ways.Select(way => AllOf(way.Select(word => Fits(db, meetingId, word, units))))));
        if (!query.Ways.Any(way => way.Any(word => word.NeedsCheck))) return candidates;
        var found = await candidates.Select(a => new { a.Id, a.Name, a.Phone, a.ContactPhone, a.UnitId }).ToListAsync(stop);
        var ids = found.Where(a => query.Fits(AttendeeIndex.Texts(a.Name, a.Phone, a.ContactPhone), units[a.UnitId])).Select(a => a.Id).ToList();
        return listed.Where(a => ids.Contains(a.Id));
    }

    static async Task<Dictionary<int, IReadOnlyList<string>>> UnitsAsync(EventDb db, int meetingId, CancellationToken stop) =>
        (await db.Units().Where(u => u.MeetingId == meetingId)
            .Select(u => new { u.Id, u.Organisation!.FullName, u.Organisation.ShortName, Aliases = u.Organisation.Aliases.Select(a => a.Name).ToList() }).ToListAsync(stop))
        .ToDictionary(u => u.Id, IReadOnlyList<string> (u) => [u.FullName, .. u.ShortName is null ? u.Aliases : [u.ShortName, .. u.Aliases]]);

    static Expression<Func<Attendee, bool>> Fits(EventDb db, int meetingId, SearchWord word, Dictionary<int, IReadOnlyList<string>> units)
    {
        var named = AllOf(word.Grams.Select(gram => HasGram(db, meetingId, gram)));
        var unitIds = units.Where(unit => SearchGrams.OfUnit(unit.Value).IsSupersetOf(word.Grams)).Select(unit => unit.Key).ToList();
        return unitIds.Count == 0 ? named : AnyOf([named, a => unitIds.Contains(a.UnitId)]);
    }

    static Expression<Func<Attendee, bool>> HasGram(EventDb db, int meetingId, string gram)
    {
        var grams = db.AttendeeGrams();
        return a => grams.Where(g => g.MeetingId == meetingId && g.Gram == gram).Select(g => g.AttendeeId).Contains(a.Id);
    }

    static Expression<Func<Attendee, bool>> AllOf(IEnumerable<Expression<Func<Attendee, bool>>> parts) => Join(parts, Expression.AndAlso);

    static Expression<Func<Attendee, bool>> AnyOf(IEnumerable<Expression<Func<Attendee, bool>>> parts) => Join(parts, Expression.OrElse);

    static Expression<Func<Attendee, bool>> Join(IEnumerable<Expression<Func<Attendee, bool>>> parts, Func<Expression, Expression, Expression> join) =>
        parts.Aggregate((one, other) => Expression.Lambda<Func<Attendee, bool>>(
            join(one.Body, new SameParameter(other.Parameters[0], one.Parameters[0]).Visit(other.Body)), one.Parameters));

    sealed class SameParameter(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
