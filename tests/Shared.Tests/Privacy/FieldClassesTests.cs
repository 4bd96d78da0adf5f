using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Shared.Privacy;
using Shared.Registration;

namespace Shared.Tests.Privacy;

public sealed class FieldClassesTests : IDisposable
{
    readonly TestDatabase database = new();

    public void Dispose() => database.Dispose();

    List<(string Table, string Column)> Columns()
    {
        using var db = database.CreateDbContext();
        return [.. db.Model.GetEntityTypes().Where(entity => entity.GetTableName() is not null).SelectMany(entity => entity.GetProperties()
            .Where(property => (property.GetProviderClrType() ?? property.GetValueConverter()?.ProviderClrType ?? property.ClrType) is var type && (type == typeof(string) || type == typeof(byte[])))
            .Select(property => (entity.GetTableName()!, property.GetColumnName())))];
    }

    [Fact]
    public void Every_column_of_text_or_bytes_is_classified()
    {
        var columns = Columns();
        Assert.True(columns.Count > 120);
        Assert.Equal("", string.Join(' ', columns.Where(one => FieldClasses.Of(one.Table, one.Column) is null).Select(one => $"{one.Table}.{one.Column}")));
    }

    [Fact]
    public void No_class_names_a_column_that_is_not_there() =>
        Assert.Equal("", string.Join(' ', FieldClasses.Columns.Except(Columns().Select(one => $"{one.Table}.{one.Column}")).Order()));

    [Fact]
    public void A_table_that_refers_to_a_person_is_known_to_the_one_who_erases()
    {
        using var db = database.CreateDbContext();
        string[] known = ["Attendee", "AttendeeGram", "AttendeeLink", "AttendeeNote", "Badge", "CheckpointGuest", "Consent", "Diet", "HandoutGiven", "Journey", "PendingChange", "Placement", "Presence", "ReplyPerson", "Scan", "ScenePlace", "SeatMove", "Stay", "TableHost", "TwoPeople"];
        var referring = db.Model.GetEntityTypes().Where(entity => entity.GetForeignKeys().Any(key => key.PrincipalEntityType.ClrType == typeof(Attendee))).Select(entity => entity.GetTableName()!).Distinct().Order();
        Assert.Equal(known, referring);
    }
}
