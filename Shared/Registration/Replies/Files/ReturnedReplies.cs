using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;
using Shared.Meetings;
using Shared.Registration.Importing;

namespace Shared.Registration.Replies.Files;

/// <summary>Files as units sent them back, each beside its unit's form. Reading writes nothing.</summary>
public sealed class ReturnedReplies(IDbContextFactory<EventDb> dbs, LinkKey key, TimeProvider clock)
{
    /// <summary>Files of one drop.</summary>
    public const int MostFiles = 100;

    /// <summary>Bytes of one drop: reading it keeps them all.</summary>
    public const long MostBytes = 60L * 1024 * 1024;

    /// <param name="read">Told how many of the files are read.</param>
    /// <returns>One for each file, in order.</returns>
    public async Task<IReadOnlyList<FileReply>> ReadAsync(MeetingView meeting, IReadOnlyList<ReturnedFile> files, IProgress<int>? read = null, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var known = await KnownReplyUnits.ReadAsync(db, meeting.Id, stop);
        var replies = new List<FileReply>();
        foreach (var file in files)
        {
            stop.ThrowIfCancellationRequested();
            replies.Add(await ReadAsync(meeting, file, known, stop));
            read?.Report(replies.Count);
        }
        return FileDrop.Beside(replies);
    }

    async Task<FileReply> ReadAsync(MeetingView meeting, ReturnedFile file, KnownReplyUnits known, CancellationToken stop)
    {
        if (file.IsBeyond) return new() { FileName = file.Name, Remarks = [new(FileReason.DropTooLarge, $"{MostBytes / (1024 * 1024)}")] };
        var (sheets, refusal) = await OwnThread.RunAsync(() => ReturnedSheets.Read(file, new(meeting.FirstDay, meeting.LastDay), file.Split, stop));
        if (sheets is null) return new() { FileName = file.Name, Remarks = [new(FileReason.Refused, $"{refusal}")] };
        var whose = new FileOwner(known, meeting, key).Of(file, sheets);
        var found = new FileReply { FileName = file.Name, Sha256 = sheets.Sha256, UnitId = whose.Unit?.Id, ReplyId = whose.Unit?.ReplyId, Unit = whose.Unit?.Name, People = sheets.Rows.Count(), Remarks = whose.Remarks, Notes = FileNotes.Of(sheets) };
        if (whose.Unit is not { ReplyId: { } replyId } || found.State == FileReplyState.Problem) return found;
        await using var db = await dbs.CreateDbContextAsync(stop);
        var compared = await db.AtOneMomentAsync(async () => await ReplyPaper.ReadAsync(db, replyId, stop) is { } paper ? await CompareAsync(found, paper, sheets, file, stop) : found, stop);
        return compared with { Remarks = [.. compared.Remarks, .. Earlier(meeting, compared, known.TakenOf(replyId))] };
    }

    async Task<FileReply> CompareAsync(FileReply found, ReplyPaper paper, ReturnedSheets sheets, ReturnedFile file, CancellationToken stop)
    {
        var comparison = new FileComparison(paper, sheets, file);
        var remarks = new List<FileRemark>([.. found.Remarks, .. await BesideAsync(paper, comparison, stop)]);
        if (comparison.NewPeople + paper.Cards.Count(card => card.Key.StartsWith('n')) > TypeReply.MostNew) remarks.Add(new(FileReason.TooManyPeople, $"{found.People}", $"{TypeReply.MostNew}", sheets.PeopleSheet ?? UnitWorkbook.PeopleSheet, found.Unit!));
        var several = sheets.People?.Records.Count(row => row.Notes.Any(note => note.Code == RosterNotes.SeveralNames)) ?? 0;
        var leftOut = (sheets.People?.Records.Count ?? 0) - sheets.Rows.Count() - several;
        if (leftOut > 0) remarks.Add(new(FileReason.RowsLeftOut, $"{leftOut}"));
        if (several > 0) remarks.Add(new(FileReason.SeveralNames, $"{several}"));
        if (comparison.IsStillDeclined) remarks.Add(new(FileReason.StillDeclined));
        if (comparison.PhonesOfKnown is { Count: > 0 } phones) remarks.Add(new(FileReason.PhoneOfKnown, string.Join('；', phones.Select(one => $"{one.Name} / {one.Known}"))));
        return found with
        {
            Remarks = remarks, Changes = comparison.Changes, Lacks = comparison.Lacks(clock.GetUtcNow().UtcDateTime), NotNamed = sheets.People is null ? [] : comparison.NotNamed, Emptied = comparison.Emptied, Bearers = comparison.PhonesOfKnown,
            HasReplied = paper.Reply.RepliedAt is not null,
        };
    }

    // Sending is of the whole form: what else stands in it goes along, and nobody has looked at it.
    static async Task<IReadOnlyList<FileRemark>> BesideAsync(ReplyPaper paper, FileComparison comparison, CancellationToken stop)
    {
        if (comparison.Changes.Count == 0) return [];
        var asked = await paper.Db.ReplyChanges().Where(c => c.ReplyId == paper.Reply.Id && c.State == ReplyChangeState.Open).Select(c => new { c.Person, c.Field }).ToListAsync(stop);
        var waiting = paper.Pending.Select(draft => (draft.Person, draft.Field)).Union(asked.Select(c => (c.Person, c.Field))).ToList();
        var (beside, overwritten) = (waiting.Except(comparison.Said).Count(), waiting.Intersect(comparison.Changes.Select(change => (change.Person, change.Field))).Count());
        return [.. beside > 0 ? [new(FileReason.Beside, $"{beside}")] : Array.Empty<FileRemark>(), .. overwritten > 0 ? [new(FileReason.Overwrites, $"{overwritten}")] : Array.Empty<FileRemark>()];
    }

    static IEnumerable<FileRemark> Earlier(MeetingView meeting, FileReply file, IReadOnlyList<ReplyFile> taken)
    {
        if (taken.FirstOrDefault(one => Convert.ToHexStringLower(one.Hash) == file.Sha256) is { } same) yield return new(FileReason.TakenBefore, Moment(same), same.TakenBy);
        else if (taken.LastOrDefault() is { } first && file.Changes.Count > 0) yield return new(FileReason.SecondFile, first.Name, Moment(first));

        string Moment(ReplyFile one) => meeting.Local(one.TakenAt).ToString("MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
    }
}
