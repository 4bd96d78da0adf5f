using System.Buffers.Binary;
using System.Globalization;
using Shared.Access;
using Shared.Meetings;

namespace Shared.Registration.Replies.Files;

/// <summary>
/// By what a returned file tells whose it is. It opens nothing, unlike the link's token, and stays good when the link is renewed;
/// nobody without the program's key can write one for another unit.
/// </summary>
/// <param name="ReplyId">Whose reply the file says it is.</param>
sealed record FileKey(int Year, int ReplyId, string Token)
{
    /// <summary>The sheet that holds it.</summary>
    public const string Sheet = "key";

    const string Purpose = "reply-file/v1";

    public static string Text(LinkKey key, MeetingView meeting, int replyId) =>
        string.Create(CultureInfo.InvariantCulture, $"{Purpose} {meeting.Year} {replyId} {key.Token(Purpose, Subject(meeting.Id, replyId))}");

    /// <summary>Null where the text is no key.</summary>
    public static FileKey? Read(string? text) =>
        text?.Split(' ') is [Purpose, var year, var reply, var token] && int.TryParse(year, CultureInfo.InvariantCulture, out var ofYear) && int.TryParse(reply, CultureInfo.InvariantCulture, out var ofReply)
            ? new(ofYear, ofReply, token) : null;

    public bool IsGenuine(LinkKey key, MeetingView meeting) => key.Admits(Purpose, Subject(meeting.Id, ReplyId), Token);

    static byte[] Subject(int meetingId, int replyId)
    {
        var subject = new byte[2 * sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(subject, meetingId);
        BinaryPrimitives.WriteInt32BigEndian(subject.AsSpan(sizeof(int)), replyId);
        return subject;
    }
}
