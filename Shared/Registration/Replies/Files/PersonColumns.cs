using Shared.Data.Sheets;
using Shared.Meetings.Importing;
using Shared.Registration.Importing;

namespace Shared.Registration.Replies.Files;

/// <summary>One column of a unit's file: what it is called there, what the importer reads it as, which question of the form it answers.</summary>
/// <param name="Answer">As in <see cref="ReplyFields"/>.</param>
sealed record PersonColumn(string Heading, Field Field, string Answer, double Width)
{
    /// <summary>Offered in words of the file.</summary>
    public IReadOnlyList<string>? Choices { get; init; }
    public bool IsOpen { get; init; }
    public string? Hint { get; init; }

    public OutColumn Out => new(Heading, Width, Choices, Hint) { IsOpen = IsOpen };
}

/// <summary>The people's sheet of a unit's file, column by column.</summary>
static class PersonColumns
{
    public const string Numbers = "序号";

    public static readonly Field Roommate = new("roommate", "同住人", "同住人姓名", "合住人");
    public static readonly Field StayFrom = new("stayFrom", "入住日期", "入住", "入住时间");
    public static readonly Field StayTo = new("stayTo", "离店日期", "离店", "离店时间", "退房日期");
    public static readonly Field Meals = new("meals", "用餐", "用餐安排", "餐次");
    public static readonly Field Speaks = new("speaks", "是否发言", "发言");
    public static readonly Field Signs = new("signs", "是否签约", "签约");
    public static readonly Field Receives = new("receives", "是否领奖", "领奖");
    public static readonly Field Gone = new("gone", "不来了", "取消参会");
    public static readonly Field ArrivalAskAgain = new("arrivalAskAgain", "到达再问日期");
    public static readonly Field DepartureAskAgain = new("departureAskAgain", "返程再问日期");

    /// <summary>The importer's own fields stand first, so that their places stay what they are there.</summary>
    public static readonly FieldList Fields = new([.. RosterFields.All.All, Roommate, StayFrom, StayTo, Meals, Speaks, Signs, Receives, Gone, ArrivalAskAgain, DepartureAskAgain])
    {
        Required = [RosterFields.Name], Groups = RosterFields.All.Groups, OtherPeople = RosterFields.All.OtherPeople,
    };

    static readonly string[] YesNo = ["是", "否"];

    /// <summary>In the order of the form: what must be said first.</summary>
    public static readonly IReadOnlyList<PersonColumn> All =
    [
        new("姓名*", RosterFields.Name, ReplyFields.Name, 12) { Hint = "一行填一位。" },
        new("职务*", RosterFields.Post, ReplyFields.Post, 18),
        new("手机*", RosterFields.Phone, ReplyFields.Phone, 15) { Hint = "11 位手机号；几位共用一个号码的，按联系人电话保存。" },
        new("到达方式*", RosterFields.ArrivalMode, ReplyFields.Arrival.Mode, 12) { Choices = Modes, Hint = "还没定的选“行程待定”，并填哪天再问。" },
        new("是否住宿*", RosterFields.Lodging, ReplyFields.Lodging, 11) { Choices = YesNo },
        new("到达日期", RosterFields.ArrivalDate, ReplyFields.Arrival.Day, 12) { Hint = "例如 2026-11-22" },
        new("到达班次", RosterFields.ArrivalService, ReplyFields.Arrival.Service, 12) { Hint = "车次或航班号，例如 G1234、CA1611" },
        new("到达站", RosterFields.ArrivalStation, ReplyFields.Arrival.Terminal, 20) { Choices = ReplyFields.Terminals, IsOpen = true, Hint = "齐齐哈尔和齐齐哈尔南是两个站；别的站可以直接写。" },
        new("到达时间", RosterFields.ArrivalAt, ReplyFields.Arrival.Hour, 10) { Hint = "例如 14:30" },
        new("是否接站", RosterFields.PickUp, ReplyFields.Arrival.Ride, 10) { Choices = YesNo },
        new("到达再问日期", ArrivalAskAgain, ReplyFields.Arrival.AskAgain, 14) { Hint = "只有行程待定的填。" },
        new("房型", RosterFields.Room, ReplyFields.Room, 11) { Choices = ["单间", "标间合住"] },
        new("同住人", Roommate, ReplyFields.Roommate, 12), new("入住日期", StayFrom, ReplyFields.StayFrom, 12), new("离店日期", StayTo, ReplyFields.StayTo, 12),
        new("用餐", Meals, ReplyFields.Meals, 14) { Choices = ["早餐、午餐、晚餐", "早餐", "午餐", "晚餐", "早餐、午餐", "早餐、晚餐", "午餐、晚餐"] },
        new("是否发言", Speaks, ReplyFields.Speaks, 10) { Choices = YesNo }, new("是否签约", Signs, ReplyFields.Signs, 10) { Choices = YesNo }, new("是否领奖", Receives, ReplyFields.Receives, 10) { Choices = YesNo },
        new("返程方式", RosterFields.DepartureMode, ReplyFields.Departure.Mode, 12) { Choices = Modes }, new("返程日期", RosterFields.DepartureDate, ReplyFields.Departure.Day, 12),
        new("返程班次", RosterFields.DepartureService, ReplyFields.Departure.Service, 12), new("返程车站", RosterFields.DepartureStation, ReplyFields.Departure.Terminal, 20) { Choices = ReplyFields.Terminals, IsOpen = true },
        new("返程时间", RosterFields.DepartureAt, ReplyFields.Departure.Hour, 10), new("是否送站", RosterFields.DropOff, ReplyFields.Departure.Ride, 10) { Choices = YesNo },
        new("返程再问日期", DepartureAskAgain, ReplyFields.Departure.AskAgain, 14),
        new("参会身份", RosterFields.Category, ReplyFields.Category, 12) { Choices = ["代表", "嘉宾", "专家", "列席"] },
        new("性别", RosterFields.Gender, ReplyFields.Gender, 6) { Choices = ["男", "女"] }, new("部门", RosterFields.Department, ReplyFields.Department, 16),
        new("随行人数", RosterFields.Companions, ReplyFields.Companions, 10), new("备注", RosterFields.Remark, ReplyFields.Remark, 30) { Hint = "过敏等请本人到报到台说明，不写在这里。" },
        new("不来了", Gone, ReplyFields.Gone, 9) { Choices = ["是"], Hint = "表里已有而不参加的人，在这里选“是”；只删掉这一行不算取消。" },
    ];

    static IReadOnlyList<string> Modes => ["本地", "火车", "飞机", "自驾", "其他", "行程待定"];
}
