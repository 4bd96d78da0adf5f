using Shared.Access;
using Shared.Meetings;
using Shared.Registration.Importing;

namespace Shared.Registration.Replies.Files;

/// <summary>Tells whose a returned file is: by a person's word, by the hidden key, by the unit's name in the file, last by the name of the file.</summary>
sealed class FileOwner(KnownReplyUnits known, MeetingView meeting, LinkKey key)
{
    public (ReplyUnit? Unit, IReadOnlyList<FileRemark> Remarks) Of(ReturnedFile file, ReturnedSheets sheets)
    {
        if (file.UnitId is { } told) return WithLink(known.ById(told), []);
        if (sheets.Key is { } found) return OfKey(found, sheets);
        if (sheets.Units is { Count: > 1 } several) return (null, [new(FileReason.SeveralUnits, $"{several.Count}", string.Join('、', several.Take(3)))]);
        if (sheets.Units is [var named])
            return known.ByName(named) is { } unit ? WithLink(unit, []) : (null, [new(FileReason.UnitUnknown, named, string.Join('、', known.Like(named)))]);
        var stem = NameIn(file.Name);
        return known.ByName(stem) is { } guessed ? WithLink(guessed, [new(FileReason.UnitByFileName, guessed.Name)]) : (null, [new(FileReason.UnitUnknown, file.Name, string.Join('、', known.Like(stem)))]);
    }

    (ReplyUnit?, IReadOnlyList<FileRemark>) OfKey(FileKey found, ReturnedSheets sheets)
    {
        if (found.Year != meeting.Year) return (null, [new(FileReason.OtherMeeting, $"{found.Year}")]);
        if (!found.IsGenuine(key, meeting) || known.ByReply(found.ReplyId) is not { } unit) return (null, [new(FileReason.KeyWrong)]);
        if (sheets.Units.FirstOrDefault(name => known.ByName(name) is { } named && named.Id != unit.Id) is { } other) return (unit, [new(FileReason.KeyOfAnother, unit.Name, other)]);
        var names = sheets.Rows.Select(row => row.Reading!.Text(RosterFields.Name)!).Distinct().ToList();
        if (known.ElsewhereAt(names, unit.Id) is { } elsewhere) return (unit, [new(FileReason.PeopleOfAnother, elsewhere.Name)]);
        return sheets.Units.FirstOrDefault(name => known.ByName(name) is null) is { } strange ? (unit, [new(FileReason.UnitNameStrange, unit.Name, strange)]) : (unit, []);
    }

    static (ReplyUnit?, IReadOnlyList<FileRemark>) WithLink(ReplyUnit? unit, IReadOnlyList<FileRemark> remarks) => unit switch
    {
        null => (null, [new(FileReason.UnitUnknown, "", "")]),
        { ReplyId: null } => (unit, [new(FileReason.NoLink, unit.Name)]),
        _ => (unit, remarks),
    };

    // 2026-回执-哈理工(1).xlsx: what programs put around the unit's name.
    static string NameIn(string file)
    {
        var stem = Path.GetFileNameWithoutExtension(file);
        var at = stem.IndexOf("回执", StringComparison.Ordinal);
        var name = (at >= 0 ? stem[(at + 2)..] : stem).Trim(' ', '-', '_', '—');
        var copy = name.LastIndexOfAny(['(', '（']);
        return copy > 0 && name[(copy + 1)..].TrimEnd(')', '）').All(char.IsAsciiDigit) ? name[..copy].Trim() : name;
    }
}
