using Microsoft.EntityFrameworkCore;
using Shared.Registration;
using Shared.Seating.Scenes;

namespace Shared.Tests.Demo;

/// <summary>The presidium and the award stage of the sample meeting.</summary>
public sealed class SampleStagesTests(SampleHall hall) : IClassFixture<SampleHall>
{
    async Task<ScenePlanView> PlanAsync(SceneKind kind)
    {
        using var db = hall.Database.CreateDbContext();
        var scene = db.Scenes().AsNoTracking().Single(s => s.Kind == kind);
        return (await new ScenePlan(hall.Database).ReadAsync(scene.MeetingId, scene.Id, TestContext.Current.CancellationToken))!;
    }

    [Fact]
    public async Task All_leaders_and_one_host_sit_on_the_presidium_and_the_cards_stand_as_planned()
    {
        var plan = await PlanAsync(SceneKind.Presidium);
        var leaders = hall.Attendees.Where(a => a.Category == AttendeeCategory.Leader).Select(a => (int?)a.Id).ToHashSet();
        Assert.Equal(leaders, plan.People.Where(person => person.Side == SceneSide.Guest).Select(person => person.AttendeeId).ToHashSet());
        Assert.Equal(leaders.Count + 1, plan.People.Count);
        Assert.NotNull(plan.ConfirmedAt);
        Assert.Empty(plan.Walk!.Steps);
    }

    [Fact]
    public async Task The_award_stage_waits_for_a_person_to_decide_its_ties_and_its_first_prize_meets_the_first_presenter()
    {
        var plan = await PlanAsync(SceneKind.AwardStage);
        Assert.Null(plan.ConfirmedAt);
        Assert.Contains(plan.People, person => person.Tied);
        Assert.Equal(1, Assert.Single(plan.Of(SceneRole.Receiver), person => person.Level == 1).Faces);
    }
}
