namespace Shared.Seating.Tables;

/// <summary>Fast random numbers that one seed repeats (xorshift with multiplication, after Marsaglia and Vigna).</summary>
struct Dice(ulong seed)
{
    ulong state = seed * 0x9E3779B97F4A7C15 + 0xD1B54A32D192ED03 | 1;

    public ulong Next()
    {
        state ^= state >> 12;
        state ^= state << 25;
        state ^= state >> 27;
        return state * 0x2545F4914F6CDD1D;
    }

    /// <summary>From 0 to below n.</summary>
    public int Below(int n) => (int)((Next() >> 32) * (ulong)n >> 32);
}
