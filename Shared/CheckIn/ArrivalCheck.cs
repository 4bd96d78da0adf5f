using Microsoft.EntityFrameworkCore;
using Shared.Data;
using Shared.Registration;

namespace Shared.CheckIn;

/// <summary>Answers for registration whether somebody is recorded at any checkpoint.</summary>
sealed class ArrivalCheck : IArrivalCheck
{
    public Task<bool> HasArrivedAsync(EventDb db, int attendeeId, CancellationToken stop = default) =>
        db.Presences().AnyAsync(p => p.AttendeeId == attendeeId, stop);
}
