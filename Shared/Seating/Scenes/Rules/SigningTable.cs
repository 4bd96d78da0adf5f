using Shared.Meetings;

namespace Shared.Seating.Scenes.Rules;

/// <param name="Person">Place in the list of signers, or of assistants.</param>
public readonly record struct SigningSeat(int Person, bool Assistant);

/// <summary>A body that signs, as far as it tells who is host.</summary>
/// <param name="Local">It is at home where the meeting is held.</param>
public readonly record struct SigningParty(bool Local, OrganisationKind Kind);

/// <summary>签字桌, 并列式: both face the hall, the guest at the own right, so that the audience sees 客方 left and 主方 right; 助签人 stand on the outer side of their signer.</summary>
public static class SigningTable
{
    /// <summary>From left to right as the audience sees them, assistants included.</summary>
    /// <param name="signers">The side of each signer in order of rank. Three and more sit centre-first, whatever their side.</param>
    /// <param name="assistants">The side of each assistant; the first of a side belongs to its first signer.</param>
    public static IReadOnlyList<SigningSeat> Audience(IReadOnlyList<SceneSide> signers, IReadOnlyList<SceneSide> assistants, EvenRule rule, bool guestAtOwnRight = true)
    {
        var order = Signers(signers, rule, guestAtOwnRight);
        var beside = assistants.Select((side, assistant) => (assistant, signer: SignerOf(signers, side, assistants.Take(assistant).Count(earlier => earlier == side)))).ToLookup(one => one.signer, one => one.assistant);
        var seats = new List<SigningSeat>();
        foreach (var (at, signer) in order.Index())
        {
            var outerIsLeft = at < (order.Count + 1) / 2;
            var standing = beside[signer].Select(assistant => new SigningSeat(assistant, true));
            seats.AddRange(outerIsLeft ? [.. standing.Reverse(), new(signer, false)] : [new SigningSeat(signer, false), .. standing]);
        }
        return seats;
    }

    /// <summary>Who came with the signers, from left to right as the audience sees them: each side behind its own signer, its first one in the middle and the others outwards.</summary>
    /// <param name="people">In order of rank.</param>
    public static IReadOnlyList<int> Retinue(IReadOnlyList<SceneStander> people, bool guestAtOwnRight = true)
    {
        var (left, right) = guestAtOwnRight ? (SceneSide.Guest, SceneSide.Host) : (SceneSide.Host, SceneSide.Guest);
        return [.. people.Where(one => one.Side == left).Reverse().Concat(people.Where(one => one.Side == right)).Select(one => one.Id)];
    }

    /// <summary>Which of two parties is host: the local one; if both or none is, the enterprise; else the first. A person may change it.</summary>
    public static int HostOf(SigningParty first, SigningParty second)
    {
        if (first.Local != second.Local) return first.Local ? 0 : 1;
        var (one, other) = (first.Kind == OrganisationKind.Enterprise, second.Kind == OrganisationKind.Enterprise);
        return one || !other ? 0 : 1;
    }

    static IReadOnlyList<int> Signers(IReadOnlyList<SceneSide> signers, EvenRule rule, bool guestAtOwnRight)
    {
        if (signers.Count != 2) return [.. PresidiumOrder.Audience(signers.Count, rule).Select(rank => rank - 1)];
        // Two of one side: who ranks first has the host's place.
        var guest = signers[0] == SceneSide.Guest && signers[1] != SceneSide.Guest ? 0 : 1;
        return guestAtOwnRight ? [guest, 1 - guest] : [1 - guest, guest];
    }

    static int SignerOf(IReadOnlyList<SceneSide> signers, SceneSide side, int place)
    {
        var own = signers.Index().Where(signer => signer.Item == side).Select(signer => signer.Index).ToList();
        return own.Count > 0 ? own[Math.Min(place, own.Count - 1)] : Math.Min(place, signers.Count - 1);
    }
}
