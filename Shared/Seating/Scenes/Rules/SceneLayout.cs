namespace Shared.Seating.Scenes.Rules;

/// <summary>Somebody present, in order of rank within the role.</summary>
public readonly record struct SceneStander(int Id, SceneRole Role, SceneSide Side, int? Level, int? Faces);

/// <summary>How a scene is arranged.</summary>
public sealed record SceneSettings(SceneKind Kind, EvenRule EvenRule, bool StrictTwo, int PerRow, bool GuestAtOwnRight, bool HostsAtEnds, bool GuestAtHead)
{
    public SigningForm Form { get; init; } = SigningForm.SideBySide;
    public EmceeSeat Emcee { get; init; } = EmceeSeat.Centre;
    public Lectern Lectern { get; init; } = Lectern.None;
    public bool HostSecond { get; init; }
}

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
            SceneKind.SigningTable => Signing(scene, byRole),
            SceneKind.AwardStage => Award(scene, seated, [.. byRole[SceneRole.Receiver]]),
            SceneKind.GroupPhoto => Rows(GroupPhoto.Rows([.. seated.Select(one => one.Side == SceneSide.Host)], scene.PerRow, scene.EvenRule, scene.HostsAtEnds), seated),
            _ => Presidium(scene, seated, [.. byRole[SceneRole.Emcee]]),
        };
    }

    /// <summary>Which roles a scene of a kind has, the one that all have first.</summary>
    public static IReadOnlyList<SceneRole> Roles(SceneKind kind) => kind switch
    {
        SceneKind.SigningTable => [SceneRole.Seated, SceneRole.Assistant, SceneRole.Witness, SceneRole.Retinue],
        SceneKind.AwardStage => [SceneRole.Seated, SceneRole.Receiver],
        SceneKind.Presidium => [SceneRole.Seated, SceneRole.Emcee],
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

    // The emcee takes a chair of the front row without a rank: in its middle, or at its own right end.
    static Dictionary<int, Spot> Presidium(SceneSettings scene, IReadOnlyList<SceneStander> seated, IReadOnlyList<SceneStander> emcees)
    {
        var rows = PresidiumOrder.Rows(seated.Count, scene.PerRow, scene.EvenRule, scene.StrictTwo, emcees.Count).Select(row => row.Select(rank => seated[rank - 1].Id).ToList()).ToList();
        if (rows.Count == 0) rows.Add([]);
        rows[0].InsertRange(scene.Emcee == EmceeSeat.Side ? 0 : rows[0].Count / 2, emcees.Select(one => one.Id));
        return InRows(rows);
    }

    static Dictionary<int, Spot> Signing(SceneSettings scene, ILookup<SceneRole, SceneStander> people)
    {
        List<SceneStander> signers = [.. people[SceneRole.Seated]], assistants = [.. people[SceneRole.Assistant]], witnesses = [.. people[SceneRole.Witness]];
        var atTable = scene.Form == SigningForm.OneChair ? signers.Take(1).ToList() : signers;
        List<int> table = [.. SigningTable.Audience(atTable.ConvertAll(one => one.Side), assistants.ConvertAll(one => one.Side), scene.EvenRule, scene.GuestAtOwnRight).Select(seat => (seat.Assistant ? assistants : atTable)[seat.Person].Id)];
        List<int> waiting = [.. signers.Skip(atTable.Count).Select(one => one.Id)], seeing = [.. PresidiumOrder.Audience(witnesses.Count, scene.EvenRule, scene.StrictTwo).Select(rank => witnesses[rank - 1].Id)];
        var retinue = SigningTable.Retinue([.. people[SceneRole.Retinue]], scene.GuestAtOwnRight);
        List<IReadOnlyList<int>> rows = scene.Form == SigningForm.Opposite && retinue.Count > 0 ? [retinue, table, seeing] : [table, waiting, seeing, retinue];
        return InRows([.. rows.Where(row => row == table || row.Count > 0)]);
    }

    static Dictionary<int, Spot> InRows(IReadOnlyList<IReadOnlyList<int>> rows) =>
        rows.Index().SelectMany(row => row.Item.Index().Select(one => (Id: one.Item, At: new Spot(row.Index + 1, one.Index + 1)))).ToDictionary(one => one.Id, one => one.At);

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
