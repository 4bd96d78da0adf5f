namespace Shared.Meetings.Importing;

/// <summary>What a row of a list of organisations can say.</summary>
public static class OrganisationFields
{
    public static readonly Field ListNo = new("listNo", "序号", "编号", "no", "no.") { IsRunningNumber = true };
    public static readonly Field FullName = new("fullName", "单位全称", "单位名称", "单位", "全称", "名称", "机构名称", "机构全称", "成员单位", "成员单位名称", "fullname", "name", "organisation", "organization");
    public static readonly Field ShortName = new("shortName", "简称", "单位简称", "机构简称", "shortname");
    public static readonly Field Aliases = new("aliases", "别名", "曾用名", "其他名称", "俗称", "又名", "aliases");
    public static readonly Field Kind = new("kind", "类别", "性质", "类型", "单位性质", "单位类别", "单位类型", "政产学研会", "政产学研", "kind");
    public static readonly Field Region = new("region", "地区", "所在地区", "所在地", "区域", "城市", "region");
    public static readonly Field CouncilRank = new("councilRank", "理事会职务", "联盟职务", "理事职务", "理事会级别", "理事级别", "级别", "职务", "councilrank", "rank");
    public static readonly Field Liaison = new("liaison", "联络员", "对接人", "对接联络员", "工作人员", "liaison");

    public static readonly FieldList All = new(ListNo, FullName, ShortName, Aliases, Kind, Region, CouncilRank, Liaison)
    {
        Required = [FullName],
        OtherPeople = ["联系人", "联系电话", "法定代表人", "地址"],
    };

    internal static readonly Dictionary<string, object> Kinds = Words(
        (OrganisationKind.Government, "政 政府 机关 政府部门 政府机关 党政机关 事业单位 government"),
        (OrganisationKind.Enterprise, "产 企业 公司 工厂 集团 enterprise"),
        (OrganisationKind.University, "学 高校 大学 院校 高等院校 高等学校 学校 university"),
        (OrganisationKind.Institute, "研 科研院所 研究所 院所 研究院 科研单位 科研机构 institute"),
        (OrganisationKind.Association, "会 协会 商会 学会 联盟 社团 社会组织 association"),
        (OrganisationKind.Other, "其他 其它 other"));

    internal static readonly Dictionary<string, object> Ranks = Words(
        (Meetings.CouncilRank.Chair, "理事长 理事长单位 chair"),
        (Meetings.CouncilRank.ViceChair, "副理事长 副理事长单位 vicechair vice_chair"),
        (Meetings.CouncilRank.StandingDirector, "常务理事 常务理事单位 standingdirector standing_director"),
        (Meetings.CouncilRank.Director, "理事 理事单位 director"),
        (Meetings.CouncilRank.Member, "成员 成员单位 会员 会员单位 普通会员 普通成员 member"));

    static Dictionary<string, object> Words(params (object Word, string Written)[] words) =>
        words.SelectMany(word => word.Written.Split(' ').Select(written => (written, word.Word))).ToDictionary(pair => pair.written, pair => pair.Word);
}

/// <summary>What a row of a list of staff can say.</summary>
public static class StaffFields
{
    public static readonly Field ListNo = new("listNo", "序号", "编号", "no", "no.") { IsRunningNumber = true };
    public static readonly Field Name = new("name", "姓名", "名字", "工作人员", "人员", "name");
    public static readonly Field Nickname = new("nickname", "昵称", "称呼", "外号", "大家叫", "nickname");
    public static readonly Field Phone = new("phone", "手机", "手机号", "手机号码", "电话", "联系电话", "联系方式", "phone", "mobile");
    public static readonly Field Task = new("task", "分工", "任务", "职责", "岗位", "负责事项", "工作内容", "组别", "task");

    public static readonly FieldList All = new(ListNo, Name, Nickname, Phone, Task) { Required = [Name] };
}
