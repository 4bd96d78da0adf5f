namespace Shared.Seating.Scenes.Rules;

/// <summary>
/// 桌餐, 面门为上: chairs are numbered clockwise as seen from above, 0 is the head seat and faces the door. Here right is high: the chief guest sits at the host's right.
/// </summary>
public static class RoundTable
{
    // 主陪 主宾 副主宾 副主陪 三宾 四宾; from there on host and guest take turns.
    static readonly SceneSide[] First = [SceneSide.Host, SceneSide.Guest, SceneSide.Guest, SceneSide.Host, SceneSide.Guest, SceneSide.Guest];

    /// <summary>The chairs in the order in which they are given away: head, its right, its left, opposite, the opposite one's right and left, then those beside them.</summary>
    /// <param name="chairs">With an odd number the seat opposite is the one nearer to the head's left.</param>
    public static IReadOnlyList<int> Order(int chairs)
    {
        var opposite = chairs / 2;
        IEnumerable<int> all = [0, chairs - 1, 1, opposite, opposite - 1, opposite + 1];
        all = all.Concat(Enumerable.Range(2, chairs).SelectMany(step => new[] { chairs - step, step, opposite - step, opposite + step }));
        return [.. all.Where(chair => chair >= 0 && chair < chairs).Distinct()];
    }

    /// <summary>The chair of each person.</summary>
    /// <param name="sides">In order of rank; of each side the first is 主陪 or 主宾.</param>
    /// <param name="chairs">Never fewer than people.</param>
    /// <param name="guestAtHead">主宾 outranks the host and takes the head seat, the host beside.</param>
    public static IReadOnlyList<int> Seat(IReadOnlyList<SceneSide> sides, int chairs, bool guestAtHead = false)
    {
        var places = Order(Math.Max(chairs, sides.Count)).Index().ToLookup(place => place.Index < First.Length ? First[place.Index] : (place.Index - First.Length) % 2 == 0 ? SceneSide.Host : SceneSide.Guest, place => place.Item);
        var seats = new int[sides.Count];
        var left = new List<int>();
        foreach (var side in (SceneSide[])[SceneSide.Host, SceneSide.Guest])
        {
            var people = sides.Index().Where(one => one.Item == side).Select(one => one.Index).ToList();
            foreach (var (person, chair) in people.Zip(places[side])) seats[person] = chair;
            left.AddRange(people.Skip(places[side].Count()));
        }
        // Who is too many on one side takes what the other leaves free.
        var free = Order(Math.Max(chairs, sides.Count)).Except(sides.Index().Where(one => !left.Contains(one.Index)).Select(one => seats[one.Index]));
        foreach (var (person, chair) in left.Zip(free.ToList())) seats[person] = chair;
        var (host, guest) = (sides.ToList().IndexOf(SceneSide.Host), sides.ToList().IndexOf(SceneSide.Guest));
        if (guestAtHead && host >= 0 && guest >= 0) (seats[host], seats[guest]) = (seats[guest], seats[host]);
        return seats;
    }
}
