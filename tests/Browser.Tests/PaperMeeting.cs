using EventApp.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shared.CheckIn;
using Shared.Data;
using Shared.Meetings;
using Shared.Registration;

namespace Browser.Tests;

/// <summary>A meeting whose names and units are the hard ones for paper: short, long, with a dot, Latin, rare.</summary>
static class PaperMeeting
{
    public const int Year = 2026;
    static readonly DateTime Opens = new(2026, 11, 23, 0, 0, 0, DateTimeKind.Utc);

    static readonly (string Name, string Unit, string? Post, AttendeeCategory Category)[] Hard =
    [
        ("王刚", "演示第01铸造有限公司", "参会代表", AttendeeCategory.Delegate),
        ("欧阳明月", "演示第02特种合金材料与装备制造技术研究开发股份有限公司", "首席专家、教授级高级工程师、技术中心主任", AttendeeCategory.Expert),
        ("阿卜杜拉·买买提江", "演示第03物流", "科研管理人员", AttendeeCategory.Leader),
        ("Maximilian Featherstonehaugh-Wolfram", "Demo Institute of Advanced Materials and Metallurgy", "Visiting Professor", AttendeeCategory.Guest),
        ("刘䶮", "演示第04热处理有限责任公司", null, AttendeeCategory.Media),
        ("李娜", "演示第05大学(材料科学与工程学院)", "技术人员", AttendeeCategory.Observer),
        ("尉迟·亚历山大·别克", "演示第06检测中心", "参会代表", AttendeeCategory.ViceChair),
        ("<b>赵</b>", "演示\"第07\"<script>有限公司", "&amp; 参会代表", AttendeeCategory.Delegate),
    ];

    /// <summary>The meeting with <paramref name="people"/> people, the hard ones first, and a report-in and a session.</summary>
    public static Meeting AddPaperMeeting(this RunningApp app, int people = 10)
    {
        using var db = app.Get<IDbContextFactory<EventDb>>().CreateDbContext();
        var meeting = new Meeting
        {
            Year = Year, Name = "演示省金属新材料产业技术创新联盟2026年年会暨成果转化对接大会", NameEn = "Annual Meeting 2026 of the Demo Alliance for New Metal Materials",
            FirstDay = new(2026, 11, 23), LastDay = new(2026, 11, 24), Venue = "演示宾馆 一楼 会议厅", IsSample = true, CreatedAt = Opens,
        };
        var liaison = new StaffMember { Name = "演示松", Nickname = "小松", Phone = "15400001234" };
        db.Add(meeting);
        db.SaveChanges();
        liaison.MeetingId = meeting.Id;
        db.Add(liaison);
        db.AddRange(Session(meeting, "报到", "Registration", CheckpointKind.ReportIn, 0, 10), Session(meeting, "开幕式暨主旨报告", "Opening and keynotes", CheckpointKind.Session, 1, 4), Session(meeting, "午餐", "Lunch", CheckpointKind.Meal, 4, 6));
        db.SaveChanges();
        foreach (var i in Enumerable.Range(0, people))
        {
            var (name, unit, post, category) = i < Hard.Length ? Hard[i] : ($"演示{Han(i)}{Han(i * 7)}", $"演示第{i + 1:00}铸造有限公司", "参会代表", AttendeeCategory.Delegate);
            db.Add(new Attendee
            {
                MeetingId = meeting.Id, Name = name, Post = post, Phone = $"154000{i:00000}", Category = category, ListNo = i + 1, ConfirmedAt = Opens, Source = AttendeeSource.Import,
                Unit = new Unit { MeetingId = meeting.Id, CouncilRank = CouncilRank.Member, ListNo = i + 1, LiaisonId = i % 3 == 2 ? null : liaison.Id, Organisation = new Organisation { FullName = unit, Kind = OrganisationKind.Enterprise } },
            });
        }
        db.SaveChanges();
        return meeting;
    }

    static char Han(int i) => "明华建国文军伟志强海波涛永春生东"[i % 16];

    static Checkpoint Session(Meeting meeting, string name, string nameEn, CheckpointKind kind, int from, int to) =>
        new() { MeetingId = meeting.Id, Name = name, NameEn = nameEn, Kind = kind, OpensAt = Opens.AddHours(from), ClosesAt = Opens.AddHours(to) };
}
