using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Shared.Access;
using Shared.Data;
using Shared.Meetings;

namespace Shared.Registration;

/// <summary>One field of one change, as the audit trail keeps it: a unit by its name, a phone masked.</summary>
public sealed record FieldChange(string Field, string? From, string? To)
{
    static readonly string[] Silent = [nameof(Attendee.Version), nameof(Attendee.PinyinKey), nameof(Attendee.SurnameStrokeKey), nameof(Attendee.NameStrokeKey), nameof(Journey.Direction), nameof(Journey.DayOnly)];

    // Written as people read it, so that a number typed beside a word is found and masked.
    static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string? Json(IReadOnlyList<FieldChange>? changes) => changes is null ? null : JsonSerializer.Serialize(changes, Plain);

    /// <summary>Empty where the details were removed by retention or are not of this kind.</summary>
    public static IReadOnlyList<FieldChange> Parse(string? details)
    {
        try
        {
            return details is ['[', ..] ? JsonSerializer.Deserialize<List<FieldChange>>(details) ?? [] : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    /// <summary>What the context would write of people, their journeys and their stay.</summary>
    internal static Task<IReadOnlyList<FieldChange>> AllAsync(EventDb db, CancellationToken stop) => OfAsync(db, null, stop);

    /// <summary>What the context would write of this one person; of everybody where none is named.</summary>
    internal static async Task<IReadOnlyList<FieldChange>> OfAsync(EventDb db, Attendee? person, CancellationToken stop)
    {
        db.ChangeTracker.DetectChanges();
        var changes = new List<FieldChange>();
        foreach (var entity in db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && IsOf(e.Entity, person)).ToList())
            foreach (var property in entity.Properties.Where(Told))
            {
                var from = entity.State == EntityState.Added ? null : property.OriginalValue;
                var to = entity.State == EntityState.Deleted ? null : property.CurrentValue;
                if (Equals(from, to)) continue;
                var name = entity.Entity switch { Journey way => $"{way.Direction}.{property.Metadata.Name}", Stay => $"Stay.{property.Metadata.Name}", _ => property.Metadata.Name };
                changes.Add(new(name, await ShownAsync(db, name, from, stop), await ShownAsync(db, name, to, stop)));
            }
        return changes;
    }

    static bool IsOf(object entity, Attendee? person) => person is null
        || ReferenceEquals(entity, person) || ReferenceEquals(entity, person.Stay) || (entity is Journey way && (person.Journeys.Contains(way) || way.AttendeeId == person.Id && person.Id != 0));

    static bool Told(PropertyEntry property) => !property.Metadata.IsKey() && !Silent.Contains(property.Metadata.Name)
        && (!property.Metadata.IsForeignKey() || property.Metadata.Name == nameof(Attendee.UnitId));

    static async Task<string?> ShownAsync(EventDb db, string field, object? value, CancellationToken stop) => field switch
    {
        nameof(Attendee.UnitId) => await db.Units().Where(u => u.Id == (int?)value).Select(u => u.Organisation!.FullName).FirstOrDefaultAsync(stop),
        nameof(Attendee.Phone) or nameof(Attendee.ContactPhone) => Masked.Phone(value as string),
        _ => value is DateTime at ? at.ToString("O", CultureInfo.InvariantCulture) : value is DateOnly day ? day.ToString("O", CultureInfo.InvariantCulture) : Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null,
    };
}
