using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Shared.Data;

/// <summary>Times are stored as Unix milliseconds in UTC: they sort, index and compare in SQL and in the prepared statements of the writer alike.</summary>
public sealed class UtcDateTime() : ValueConverter<DateTime, long>(
    at => ToStored(at), stored => FromStored(stored))
{
    public static long ToStored(DateTime at) =>
        new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Utc)).ToUnixTimeMilliseconds();

    public static DateTime FromStored(long stored) =>
        DateTimeOffset.FromUnixTimeMilliseconds(stored).UtcDateTime;
}
