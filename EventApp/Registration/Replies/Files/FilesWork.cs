using Microsoft.AspNetCore.Components.Forms;
using Shared.Data.Sheets;
using Shared.Meetings;
using Shared.Registration.Replies.Files;

namespace EventApp.Registration.Replies.Files;

/// <summary>Returned files on their way into the replies: received, read beside the forms, chosen, taken. Belongs to one open page.</summary>
public sealed class FilesWork(ReturnedReplies returned, TakeReplyFiles take)
{
    readonly List<ReturnedFile> files = [];
    readonly HashSet<int> chosen = [];
    long bytes;

    public IReadOnlyList<FileReply> Replies { get; private set; } = [];
    public IReadOnlyList<TakenFile>? Taken { get; private set; }

    public IEnumerable<FileReply> Chosen => chosen.Order().Select(at => Replies[at]);

    public bool IsChosen(int at) => chosen.Contains(at);

    public ReturnedFile File(int at) => files[at];

    /// <summary>A file too large, or one too many for all of them together, is kept by its name alone.</summary>
    /// <param name="received">Told how many of the files have arrived.</param>
    public async Task ReceiveAsync(IReadOnlyList<IBrowserFile> dropped, IProgress<int> received, CancellationToken stop)
    {
        foreach (var file in dropped)
        {
            var beyond = file.Size <= SheetFile.MaxBytes && bytes + file.Size > ReturnedReplies.MostBytes;
            files.Add(new(file.Name, beyond || file.Size > SheetFile.MaxBytes ? null : await ContentAsync(file, stop)) { IsBeyond = beyond });
            received.Report(files.Count);
        }
    }

    async Task<byte[]> ContentAsync(IBrowserFile file, CancellationToken stop)
    {
        await using var stream = file.OpenReadStream(SheetFile.MaxBytes, stop);
        var content = new MemoryStream((int)file.Size);
        await stream.CopyToAsync(content, stop);
        bytes += content.Length;
        return content.ToArray();
    }

    /// <summary>Reads all files beside the forms as they are now, away from the page, which stays alive meanwhile.</summary>
    public async Task ReadAsync(MeetingView meeting, IProgress<int> read, CancellationToken stop)
    {
        var before = Replies.Count == 0 ? null : chosen.ToHashSet();
        Replies = await Task.Run(() => returned.ReadAsync(meeting, files, read, stop), stop);
        chosen.Clear();
        for (var at = 0; at < Replies.Count; at++)
            if (Replies[at].State == FileReplyState.Ready || (Replies[at].CanBeTaken && before?.Contains(at) == true)) Choose(at, true);
    }

    /// <summary>Says something of one file that it does not say itself.</summary>
    public void Tell(int at, Func<ReturnedFile, ReturnedFile> told) => files[at] = told(files[at]);

    /// <summary>Of two files of one unit one alone can be taken at a time: what the other changes was read without it.</summary>
    public void Choose(int at, bool on)
    {
        if (!on) chosen.Remove(at);
        else if (Replies[at].CanBeTaken)
        {
            chosen.RemoveWhere(other => Replies[other].ReplyId == Replies[at].ReplyId);
            chosen.Add(at);
        }
    }

    public async Task TakeAsync(MeetingView meeting, string who, IProgress<int> taken, CancellationToken stop) =>
        Taken = await Task.Run(() => take.RunAsync(meeting, [.. Chosen], who, taken, stop), CancellationToken.None);
}
