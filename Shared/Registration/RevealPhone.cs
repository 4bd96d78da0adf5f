using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;

namespace Shared.Registration;

/// <summary>The numbers of one person in full.</summary>
public sealed record RevealedPhones(string? Phone, string? ContactPhone);

/// <summary>Shows a person's numbers unmasked and says in the audit trail who saw them and for what.</summary>
public sealed class RevealPhone(IDbContextFactory<EventDb> dbs, AuditTrail audit)
{
    /// <param name="purpose">Kebab-case word of the place that asked: <c>call</c>, <c>edit</c>.</param>
    public async Task<RevealedPhones?> RunAsync(int meetingId, int attendeeId, string who, string purpose, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var phones = await db.Attendees().Listed(meetingId).Where(a => a.Id == attendeeId).Select(a => new RevealedPhones(a.Phone, a.ContactPhone)).SingleOrDefaultAsync(stop);
        if (phones is null or { Phone: null, ContactPhone: null }) return phones;
        await audit.AddAsync(db, who, "phone-revealed", RegistrationSets.Subject(attendeeId), meetingId, purpose, stop);
        await transaction.CommitAsync(stop);
        return phones;
    }
}
