using Shared.Access;
using Shared.Meetings;
using Shared.Registration;
using Shared.Registration.Replies;

namespace Shared.Demo;

/// <summary>The replies of the sample: the deadline is over, four units have not sent theirs, and one asks for two late changes.</summary>
static class SampleReplies
{
    const int DeadlineDay = -8, InvitedDay = -40;

    static readonly ReplyRules Default = new();

    // Places in the list of units.
    static readonly int[] Overdue = [12, 33, 51, 68], Opened = [33, 51], Filling = [51];
    const int AsksLate = 7;

    static readonly TimeOnly Evening = new(18, 0);

    public static ReplyRules Rules(int meetingId, SampleDays days) => new() { MeetingId = meetingId, Deadline = days.At(DeadlineDay, Evening), Ways = ReplyWays.Link | ReplyWays.Xlsx };

    static readonly (int At, string? Need, string? Achievement)[] Wishes = [(3, "大型铸件缩松缺陷的在线检测", null), (9, null, "高强度球墨铸铁热处理工艺"), (21, "数控机床主轴热变形补偿", null), (30, null, "激光熔覆修复轧辊")];
    static readonly (int At, int Halal, int Vegetarian)[] Portions = [(5, 2, 0), (17, 2, 1), (40, 0, 2)];

    /// <param name="units">In the order of the list.</param>
    public static List<Reply> Of(int meetingId, IReadOnlyList<Unit> units, IReadOnlyList<Attendee> attendees, SampleDays days)
    {
        var people = attendees.ToLookup(attendee => attendee.UnitId);
        var replies = Bare(meetingId, units, days);
        foreach (var (reply, i) in replies.Select((reply, i) => (reply, i)).Where(one => one.reply.RepliedAt is not null))
        {
            var (wish, portions) = (Array.Find(Wishes, one => one.At == i), Array.Find(Portions, one => one.At == i));
            (reply.Need, reply.Achievement) = (wish.Need, wish.Achievement);
            if (portions.At == i) (reply.HalalPortions, reply.VegetarianPortions) = (portions.Halal, portions.Vegetarian);
            // The head answers for the unit, and says why more come than it has places.
            (reply.ContactName, reply.ContactPhone) = (people[reply.UnitId].FirstOrDefault()?.Name, people[reply.UnitId].FirstOrDefault()?.Phone);
            if (people[reply.UnitId].Count() > Default.Places(units.First(unit => unit.Id == reply.UnitId).CouncilRank)) reply.OverQuotaReason = "同行的技术人员一并参会";
        }
        return replies;
    }

    static List<Reply> Bare(int meetingId, IReadOnlyList<Unit> units, SampleDays days) => [.. units.Where(unit => unit.CouncilRank is not null).Select((unit, i) =>
    {
        var replied = days.At(DeadlineDay - 1 - i % 20, Evening);
        var open = Overdue.Contains(i);
        return new Reply
        {
            MeetingId = meetingId, UnitId = unit.Id, Nonce = LinkKey.NewNonce(), MadeAt = days.Start(InvitedDay), SentAt = days.At(InvitedDay, Evening), OpenedAt = open && !Opened.Contains(i) ? null : replied,
            FilledAt = open && !Filling.Contains(i) ? null : replied, RepliedAt = open ? null : replied, InformedAt = open ? null : replied, ChasedAt = open ? days.At(DeadlineDay + 2, Evening) : null,
        };
    })];

    /// <summary>What stands in the forms and not in the list: a unit that typed and did not send, and a post and a service changed after the deadline.</summary>
    public static IEnumerable<object> Typed(IReadOnlyList<Reply> replies, IReadOnlyList<Attendee> attendees, SampleDays days)
    {
        var at = days.At(DeadlineDay + 3, Evening);
        yield return new ReplyDraft { ReplyId = replies[Filling[0]].Id, Person = "", Field = ReplyFields.ContactName, Text = "李娜", Editor = "李娜", TypedAt = at };
        var person = attendees.First(a => a.UnitId == replies[AsksLate].UnitId);
        foreach (var (field, before, after) in ((string, string?, string)[])[(ReplyFields.Post, person.Post, "技术负责人"), (ReplyFields.Remark, person.Remark, "首日晚到，请留门")])
        {
            yield return new ReplyDraft { ReplyId = replies[AsksLate].Id, Person = $"a{person.Id}", Field = field, Text = after, Editor = "办公室", TypedAt = at };
            yield return new ReplyChange { ReplyId = replies[AsksLate].Id, Person = $"a{person.Id}", PersonName = person.Name, Field = field, Before = before, After = after, Editor = "办公室", AskedAt = at };
        }
    }
}
