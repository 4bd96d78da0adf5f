using Shared.Meetings;
using Shared.Registration;

namespace Shared.Seating.Filling;

/// <summary>横排: along the rows; 竖排: each unit front to back, units from the left; 左右: the same from the centre line outwards, the own left of the stage first; 分块: each unit a block within one strip between aisles.</summary>
public enum FillMethod { Across = 1, Down, Sides, Blocks }

/// <summary>By the list as received, by pinyin, by surname strokes of a unit's first person, or by the unit's rank in the council.</summary>
public enum FillOrder { List = 1, Pinyin, Strokes, Council }

/// <summary>How a hall is to be filled.</summary>
/// <param name="KeepSeated">Only those without a seat get one; else everybody who is not locked is seated anew.</param>
public sealed record FillWish(FillMethod Method = FillMethod.Across, FillOrder Order = FillOrder.List, bool KeepSeated = false);

/// <param name="Column">From the left as the audience sees it; a gap is an aisle.</param>
/// <param name="IsFront">Kept for those of rank.</param>
/// <param name="Usable">Neither blocked nor kept for those who need it.</param>
/// <param name="Accessible">For those who need it, and for nobody else.</param>
public readonly record struct FillSeat(int Id, int Zone, int Row, int Column, bool IsFront, bool Usable, bool Accessible = false);

/// <param name="Key">The place in the wished order, ordinally comparable.</param>
/// <param name="Turn">Among those who go up for the same, as the scenes say it; whoever stands in none comes last.</param>
public sealed record FillPerson(int Id, int UnitId, AttendeeCategory Category, StageRoles Roles, bool IsHead, CouncilRank? Rank, int ListNo, string Key, int Turn = int.MaxValue, bool NeedsAccess = false);

/// <summary>One person as seated by the planner.</summary>
public readonly record struct FilledSeat(int AttendeeId, int SeatId, SeatReason Reason);

/// <summary>Who sits where, and whom there was no seat for.</summary>
public sealed record FillOutcome(IReadOnlyList<FilledSeat> Seated, IReadOnlyList<int> Left);
