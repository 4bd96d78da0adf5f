using Shared.Chinese;
using Shared.Meetings;

namespace Shared.Registration.Proofing;

/// <summary>未校, 校对中, 改动后重读, 已校.</summary>
public enum ProofState { Open = 1, Begun, Again, Done }

/// <summary>One person as badge, list and place card will say it.</summary>
public sealed record ProofPerson(int Id, int ListNo, string Name, string? Post, AttendeeCategory Category)
{
    /// <summary>A wrong character here is the worst fault of all: these are read first.</summary>
    public bool IsLeader => Category is AttendeeCategory.Leader or AttendeeCategory.ViceChair;
    public NameDoubt NameDoubts { get; init; }
    public NameDoubt PostDoubts => Chinese.NameDoubts.OfText(Post);

    internal ShownItem Shown() => new("attendee", Id, Fingerprint.Of($"{Id}", Name, Post, Category.ToString()));
}

/// <summary>Who read a unit in one round.</summary>
/// <param name="EnteredBy">Null where the unit confirmed through its link.</param>
/// <param name="Changed">Names that came or changed since, the unit's own among them.</param>
public sealed record ProofMark(ProofRound Round, string By, string? EnteredBy, DateTime At, IReadOnlyList<string> Changed)
{
    /// <summary>What was read is what stands there now.</summary>
    public bool Stands => Changed.Count == 0;
}

/// <summary>One unit's names to be read, leaders first, with who read them.</summary>
public sealed record ProofUnit(int UnitId, string FullName, int ListNo, IReadOnlyList<ProofPerson> People)
{
    public const string Subject = "unit";

    public IReadOnlyList<ProofMark> Marks { get; init; } = [];
    public NameDoubt NameDoubts => Chinese.NameDoubts.OfText(FullName);
    public int Leaders => People.Count(person => person.IsLeader);
    public int Doubts => People.Count(person => (person.NameDoubts | person.PostDoubts) != NameDoubt.None) + (NameDoubts == NameDoubt.None ? 0 : 1);

    public ProofMark? Mark(ProofRound round) => Marks.FirstOrDefault(mark => mark.Round == round);

    public ProofState State => Marks.Any(mark => !mark.Stands) ? ProofState.Again
        : Marks.Count == Enum.GetValues<ProofRound>().Length ? ProofState.Done
        : Marks.Count > 0 ? ProofState.Begun : ProofState.Open;

    /// <summary>Names what stands on the sheet now; another version is something else to read.</summary>
    public string Version => Convert.ToHexStringLower(Fingerprint.Of(Convert.ToHexString(Read())));

    internal IReadOnlyList<ShownItem> Shown() => [new(Subject, UnitId, Fingerprint.Of($"{UnitId}", FullName)), .. People.Select(person => person.Shown())];

    /// <summary>What a reading of the sheet as it is keeps.</summary>
    internal byte[] Read() => [.. Shown().SelectMany(item => item.Fingerprint)];

    /// <summary>A person who left was read all the same: only what came or changed asks for another reading.</summary>
    internal ProofUnit With(IEnumerable<ProofReading> readings)
    {
        var (shown, names) = (Shown(), (IReadOnlyList<string>)[FullName, .. People.Select(person => person.Name)]);
        return this with { Marks = [.. readings.OrderBy(r => r.Round).Select(r => new ProofMark(r.Round, r.By, r.EnteredBy, r.At, Unread(r.Shown)))] };

        List<string> Unread(byte[] read)
        {
            var known = read.Chunk(Fingerprint.Bytes).Select(Convert.ToHexString).ToHashSet();
            return [.. shown.Select((item, i) => known.Contains(Convert.ToHexString(item.Fingerprint)) ? null : names[i]).OfType<string>()];
        }
    }
}
