using EventApp.Components;
using MudBlazor;
using Shared.Access;
using Shared.Seating.Scenes;

namespace EventApp.Seating.Scenes;

public sealed partial class ScenePage
{
    async Task DoAsync(Func<string, Task<SceneResult>> deed)
    {
        undo = null;
        var result = await deed(await WhoAsync());
        if (result is not (SceneResult.Done or SceneResult.NothingToDo)) Snackbar.Add(T[$"Problem{result}"], Severity.Warning);
        await ReadAsync();
    }

    async Task MoveAsync(ScenePerson person, int to)
    {
        await DoAsync(by => Rank.RunAsync(Meeting.Id, Id, person.Id, to, by));
        var now = plan?.People.FirstOrDefault(one => one.Id == person.Id)?.Rank ?? 0;
        if (now == person.Rank) return;
        said = T["MovedTo", T.Called(person), now];
        undo = by => Rank.RunAsync(Meeting.Id, Id, person.Id, person.Rank, by);
    }

    async Task AbsentAsync(ScenePerson person, bool absent)
    {
        await DoAsync(by => Mark.RunAsync(Meeting.Id, Id, person.Id, absent, by));
        undo = by => Mark.RunAsync(Meeting.Id, Id, person.Id, !absent, by);
    }

    async Task AddedAsync(int placeId)
    {
        await ReadAsync();
        undo = by => Take.RunAsync(Meeting.Id, Id, placeId, by);
    }

    Task UndoAsync(Func<string, Task<SceneResult>> back) => DoAsync(back);

    // The first tap chooses, the second says whose rank that one takes.
    async Task TapAsync(ScenePerson person)
    {
        var first = plan!.People.FirstOrDefault(one => one.Id == tapped);
        tapped = first is null ? person.Id : null;
        if (first is not null && first.Id != person.Id && first.Role == person.Role) await MoveAsync(first, person.Rank);
    }

    async Task PrintAsync(SceneOrder order)
    {
        if (await Print.RunAsync(Meeting.Id, Id, order, await WhoAsync()) is { } print) Navigation.NavigateTo($"/{Year}/seating/scenes/print/{print}", forceLoad: true);
        else Snackbar.Add(T["NothingToPrint"], Severity.Warning);
    }

    async Task RemoveAsync()
    {
        if (await Dialogs.AskAsync(new Question(T["RemoveScene"], T["RemoveSceneYes"], T["RemoveSceneText"], Danger: true)) is null) return;
        await Remove.RunAsync(Meeting.Id, Id, await WhoAsync());
        Navigation.NavigateTo($"/{Year}/seating/scenes");
    }

    async Task SavedAsync(int _)
    {
        await ReadAsync();
        Close();
    }

    void Close() => Navigation.NavigateTo(Path(""));

    string Path(string query) => $"/{Year}/seating/scenes/{Id}{query}";

    async Task<string> WhoAsync() => (await SignedIn).User.DisplayName();

    SceneEntry Entry => new()
    {
        Id = Id, Kind = plan!.Settings.Kind, Name = plan.Name, EvenRule = plan.Settings.EvenRule, StrictTwo = plan.Settings.StrictTwo, PerRow = plan.Settings.PerRow,
        GuestAtOwnRight = plan.Settings.GuestAtOwnRight, HostsAtEnds = plan.Settings.HostsAtEnds, GuestAtHead = plan.Settings.GuestAtHead,
        Form = plan.Settings.Form, Emcee = plan.Settings.Emcee, Lectern = plan.Settings.Lectern, HostSecond = plan.Settings.HostSecond,
    };
}
