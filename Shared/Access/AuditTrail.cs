using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Shared.Data;

namespace Shared.Access;

/// <summary>Who did what and when. Details hold no code and no token; a phone that somebody typed into them, or bears for a name, is masked here.</summary>
public sealed class AuditTrail(IDbContextFactory<EventDb> dbs, TimeProvider clock)
{
    /// <summary>The clock of the trail, for commands that stamp a row and an entry alike.</summary>
    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Adds one entry in a transaction of its own.</summary>
    public async Task AddAsync(string who, string what, string? subjectId = null, int? meetingId = null, string? details = null, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await AddAsync(db, who, what, subjectId, meetingId, details, stop);
        await transaction.CommitAsync(stop);
    }

    /// <summary>Adds one entry inside the caller's transaction, which must be a writing one.</summary>
    public Task AddAsync(EventDb db, string who, string what, string? subjectId, int? meetingId, string? details, CancellationToken stop = default) =>
        AddAsync(db, clock.GetUtcNow().UtcDateTime, who, what, subjectId, meetingId, details, stop);

    /// <summary>The same for who has a clock of their own.</summary>
    public static async Task AddAsync(EventDb db, DateTime at, string who, string what, string? subjectId, int? meetingId, string? details, CancellationToken stop = default)
    {
        var previous = await db.AuditEntries().OrderByDescending(e => e.Id).Select(e => e.Hash).FirstOrDefaultAsync(stop) ?? [];
        (who, details) = (Masked.InText(who)!, Masked.InText(details));
        var salt = RandomNumberGenerator.GetBytes(16);
        var happenedAt = UtcDateTime.FromStored(UtcDateTime.ToStored(at));
        var detailsHash = DetailsHash(salt, details);
        var entry = new AuditEntry
        {
            HappenedAt = happenedAt, Who = who, What = what, SubjectId = subjectId, MeetingId = meetingId, DetailsHash = detailsHash,
            Hash = Chain(previous, who, happenedAt, what, subjectId, detailsHash),
        };
        db.Add(entry);
        await db.SaveChangesAsync(stop);
        db.Add(new AuditDetail { EntryId = entry.Id, Salt = salt, Details = details });
        await db.SaveChangesAsync(stop);
    }

    internal static byte[] DetailsHash(byte[] salt, string? details) => SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(details ?? "")]);

    internal static byte[] Chain(byte[] previous, string who, DateTime at, string what, string? subjectId, byte[] detailsHash)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> number = stackalloc byte[8];
        void Append(ReadOnlySpan<byte> bytes, Span<byte> length)
        {
            BinaryPrimitives.WriteInt64LittleEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }
        Append(previous, number);
        Append(Encoding.UTF8.GetBytes(who), number);
        Append(BitConverter.GetBytes(UtcDateTime.ToStored(at)), number);
        Append(Encoding.UTF8.GetBytes(what), number);
        Append(Encoding.UTF8.GetBytes(subjectId ?? ""), number);
        Append(detailsHash, number);
        return hash.GetHashAndReset();
    }
}
