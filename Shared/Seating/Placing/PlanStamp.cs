using System.Security.Cryptography;

namespace Shared.Seating.Placing;

/// <summary>A plan as somebody saw it: a step that was agreed to on one plan is not taken on another that a colleague has made of it since.</summary>
static class PlanStamp
{
    public static long Of(IEnumerable<PlacedSeat> placed) =>
        BitConverter.ToInt64(SHA256.HashData([.. placed.OrderBy(p => p.SeatId).SelectMany(p => BitConverter.GetBytes(p.SeatId).Concat(BitConverter.GetBytes(p.Locked ? -p.AttendeeId : p.AttendeeId)))]));
}
