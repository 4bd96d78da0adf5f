namespace Shared.Registration.Replies.Files;

/// <summary>Looks at the files of one drop beside each other: nobody may overwrite a colleague's file unseen.</summary>
static class FileDrop
{
    public static IReadOnlyList<FileReply> Beside(IReadOnlyList<FileReply> replies)
    {
        var beside = replies.ToArray();
        for (var at = 0; at < beside.Length; at++)
            if (beside[at] is { Sha256.Length: > 0 } file && beside.Take(at).FirstOrDefault(earlier => earlier.Sha256 == file.Sha256) is { } same)
                beside[at] = file with { Remarks = [.. file.Remarks, new(FileReason.SameInDrop, same.FileName)] };
        foreach (var files in beside.Where(file => file.CanBeTaken && file.Changes.Count > 0).GroupBy(file => file.ReplyId).Where(files => files.Count() > 1).ToList())
            foreach (var file in files)
            {
                var other = files.Last(one => one != file);
                beside[Array.IndexOf(beside, file)] = file with { Remarks = [.. file.Remarks, new(FileReason.TwoInDrop, other.FileName)], AgainstOther = Differences(other, file) };
            }
        return beside;
    }

    // A person is known by the name: the keys of new people differ from file to file.
    static List<FileChange> Differences(FileReply other, FileReply file)
    {
        var theirs = other.Changes.GroupBy(change => (change.Name, change.Field)).ToDictionary(same => same.Key, same => same.First().After);
        return [.. file.Changes.Where(change => theirs.GetValueOrDefault((change.Name, change.Field), change.Before) != change.After)
            .Select(change => change with { Before = theirs.GetValueOrDefault((change.Name, change.Field), change.Before) })];
    }
}
