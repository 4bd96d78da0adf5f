namespace Shared.Seating.Scenes.Rules;

/// <summary>Somebody present, in order of rank within the role.</summary>
public readonly record struct SceneStander(int Id, SceneRole Role, SceneSide Side, int? Level, int? Faces);

/// <summary>How a scene is arranged.</summary>
public sealed record SceneSettings(SceneKind Kind, EvenRule EvenRule, bool StrictTwo, int PerRow, bool GuestAtOwnRight, bool HostsAtEnds, bool GuestAtHead);

/// <summary>Where each person of a scene sits or stands: row 1 is nearest to the audience, numbers count from the left as the audience sees them; at a table they count clockwise from the head seat, from 1.</summary>
public static class SceneLayout
{
    public static IReadOnlyDictionary<int, Spot> Of(SceneSettings scene, IReadOnlyList<SceneStander> people)
    {
        var byRole = people.ToLookup(one => one.Role);
        IReadOnlyList<SceneStander> seated = [.. byRole[SceneRole.Seated]];
        return scene.Kind switch
        {
            SceneKind.HeadTable => Table(scene, seated),
            SceneKind.SigningTable => Signing(scene, seated, [.. byRole[SceneRole.Assistant]], [.. byRole[SceneRole.Witness]]),
            SceneKind.AwardStage => Award(scene, seated, [.. byRole[SceneRole.Receiver]]),
            SceneKind.GroupPhoto => Rows(GroupPhoto.Rows([.. seated.Select(one => one.Side == SceneSide.Host)], scene.PerRow, scene.EvenRule, scene.HostsAtEnds), seated),
            _ => Rows(PresidiumOrder.Rows(seated.Count, scene.PerRow, scene.EvenRule, scene.StrictTwo), seated),
        };
    }

    /// <summary>Which roles a scene of a kind has, the one that all have first.</summary>
    public static IReadOnlyList<SceneRole> Roles(SceneKind kind) => kind switch
    {
        SceneKind.SigningTable => [SceneRole.Seated, SceneRole.Assistant, SceneRole.Witness],
        SceneKind.AwardStage => [SceneRole.Seated, SceneRole.Receiver],
        _ => [SceneRole.Seated],
    };

    /// <summary>The presenter whom each receiver faces, by the receivers' order.</summary>
    public static IReadOnlyList<int> Faces(IReadOnlyList<SceneStander> receivers) =>
        AwardStage.Pair([.. receivers.Select(one => one.Level)], [.. receivers.Select(one => one.Faces)]);

    static Dictionary<int, Spot> Rows(IReadOnlyList<IReadOnlyList<int>> rows, IReadOnlyList<SceneStander> people)
    {
        var spots = new Dictionary<int, Spot>();
        foreach (var (row, ranks) in rows.Index())
            foreach (var (at, rank) in ranks.Index()) spots[people[rank - 1].Id] = new(row + 1, at + 1);
        return spots;
    }

    static Dictionary<int, Spot> Table(SceneSettings scene, IReadOnlyList<SceneStander> people)
    {
        var chairs = RoundTable.Seat([.. people.Select(one => one.Side)], scene.PerRow, scene.GuestAtHead);
        return people.Zip(chairs).ToDictionary(one => one.First.Id, one => new Spot(1, one.Second + 1));
    }

    static Dictionary<int, Spot> Signing(SceneSettings scene, IReadOnlyList<SceneStander> signers, IReadOnlyList<SceneStander> assistants, IReadOnlyList<SceneStander> witnesses)
    {
        var seats = SigningTable.Audience([.. signers.Select(one => one.Side)], [.. assistants.Select(one => one.Side)], scene.EvenRule, scene.GuestAtOwnRight);
        var spots = seats.Index().ToDictionary(seat => (seat.Item.Assistant ? assistants : signers)[seat.Item.Person].Id, seat => new Spot(1, seat.Index + 1));
        foreach (var (at, rank) in PresidiumOrder.Audience(witnesses.Count, scene.EvenRule, scene.StrictTwo).Index()) spots[witnesses[rank - 1].Id] = new(2, at + 1);
        return spots;
    }

    // The presenters face the hall behind those whom they honour; who has no presenter stands at the end.
    static Dictionary<int, Spot> Award(SceneSettings scene, IReadOnlyList<SceneStander> presenters, IReadOnlyList<SceneStander> receivers)
    {
        var order = PresidiumOrder.Audience(presenters.Count, scene.EvenRule, scene.StrictTwo);
        var spots = order.Index().ToDictionary(one => presenters[one.Item - 1].Id, one => new Spot(2, one.Index + 1));
        foreach (var (receiver, presenter) in receivers.Zip(Faces(receivers)))
            spots[receiver.Id] = new(1, presenter <= presenters.Count ? spots[presenters[presenter - 1].Id].Number : presenter);
        return spots;
    }
}
