using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;
using Shared.Live;

namespace Shared.Seating;

public enum MarkSeatResult { Marked = 1, NoSuchSeat, NumberTaken, NumberWrong, SeatTaken }

/// <summary>Says of one seat what it is and which number stands on it.</summary>
public sealed class MarkSeat(IDbContextFactory<EventDb> dbs, AuditTrail audit, LiveUpdates live)
{
    public async Task<MarkSeatResult> RunAsync(int meetingId, int seatId, SeatState state, int number, string who, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await db.Seats().Include(s => s.Zone).SingleOrDefaultAsync(s => s.Id == seatId && s.Zone!.Hall!.MeetingId == meetingId, stop) is not { } seat) return MarkSeatResult.NoSuchSeat;
        if (number is < 1 or > Seat.MostNumber) return MarkSeatResult.NumberWrong;
        if (await db.Seats().AnyAsync(s => s.ZoneId == seat.ZoneId && s.Row == seat.Row && s.Number == number && s.Id != seatId, stop)) return MarkSeatResult.NumberTaken;
        if (state == SeatState.Blocked && await db.Placements().AnyAsync(p => p.SeatId == seatId, stop)) return MarkSeatResult.SeatTaken;
        (seat.State, seat.Number) = (state, number);
        await db.SaveChangesAsync(stop);
        await audit.AddAsync(db, who, "seat-marked", $"hall:{seat.Zone!.HallId}", meetingId, $"{seat.Zone.Name} {seat.Row}-{seat.Number}", stop);
        await transaction.CommitAsync(stop);
        live.Tell(SeatingSets.Seats(meetingId));
        return MarkSeatResult.Marked;
    }
}
