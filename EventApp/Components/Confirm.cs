using MudBlazor;

namespace EventApp.Components;

/// <summary>What a dialog asks.</summary>
sealed record Question(string Title, string Yes, string? Text = null, string? No = null, bool Danger = false, string? ReasonLabel = null);

static class Confirm
{
    static readonly DialogOptions Options = new() { MaxWidth = MaxWidth.Small, FullWidth = true, CloseOnEscapeKey = true, BackdropClick = false };

    /// <summary>Null where the answer is no; else the reason, empty where none was asked for.</summary>
    public static async Task<string?> AskAsync(this IDialogService dialogs, Question question)
    {
        var parameters = new DialogParameters<ConfirmDialog>
        {
            { d => d.Title, question.Title }, { d => d.Text, question.Text }, { d => d.Yes, question.Yes }, { d => d.No, question.No },
            { d => d.Danger, question.Danger }, { d => d.ReasonLabel, question.ReasonLabel },
        };
        var shown = await dialogs.ShowAsync<ConfirmDialog>(question.Title, parameters, Options);
        return await shown.Result is { Canceled: false, Data: string reason } ? reason : null;
    }
}
