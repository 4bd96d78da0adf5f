using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;
using Shared.Live;

namespace Shared.Registration;

/// <summary>How a person's agreement reached the organiser; a colleague cannot give it.</summary>
public enum ConsentSource { InPerson = 1, Phone, Paper, OwnPage }

/// <summary>Writes one person's agreement, or its withdrawal, for one purpose.</summary>
public sealed class RecordConsent(IDbContextFactory<EventDb> dbs, AuditTrail audit, LiveUpdates live)
{
    /// <returns>False where the meeting has no such person.</returns>
    public async Task<bool> RunAsync(int meetingId, int attendeeId, ConsentPurpose purpose, ConsentState state, ConsentSource source, string who, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await db.Attendees().Include(a => a.Consents).Known(meetingId).SingleOrDefaultAsync(a => a.Id == attendeeId, stop) is not { } attendee) return false;
        var consent = attendee.Consents.SingleOrDefault(c => c.Purpose == purpose);
        if (consent is null) attendee.Consents.Add(consent = new Consent { Purpose = purpose, Source = "" });
        (consent.State, consent.Source, consent.GivenAt) = (state, source.ToString(), audit.Now);
        await audit.AddAsync(db, who, "consent-recorded", RegistrationSets.Subject(attendeeId), meetingId, $"{purpose}: {state}, {source}", stop);
        await transaction.CommitAsync(stop);
        live.Tell(RegistrationSets.Roster(meetingId));
        return true;
    }
}
