using Shared.Meetings.Importing;

namespace Shared.Registration.Importing;

/// <summary>What a row of a list of attendees can say. Names are those of the command line's JSON.</summary>
public static class RosterFields
{
    const string Arrival = "arrival";
    const string Departure = "departure";

    public static readonly Field ListNo = new("listNo", "序号", "编号", "名单序号", "排序", "no", "no.") { IsRunningNumber = true };
    public static readonly Field Name = new("name", "姓名", "名字", "参会人员", "参会人", "参会代表", "人员", "name");
    public static readonly Field Unit = new("unit", "单位", "单位名称", "工作单位", "所在单位", "参会单位", "成员单位", "单位全称", "公司", "公司名称", "企业名称", "单位/公司", "机构", "unit", "organization", "organisation", "company") { FillsMerged = true };
    public static readonly Field Department = new("department", "部门", "所在部门", "处室", "科室", "院系", "学院", "二级单位", "department");
    public static readonly Field Post = new("post", "职务", "职务/职称", "职务职称", "职位", "岗位", "职称", "title", "post", "position");
    public static readonly Field Gender = new("gender", "性别", "gender", "sex");
    public static readonly Field Phone = new("phone", "手机", "手机号", "手机号码", "联系电话", "电话", "电话号码", "联系方式", "移动电话", "phone", "mobile", "tel");
    public static readonly Field ContactPhone = new("contactPhone", "联系人电话", "联系人手机", "单位联系人电话", "联络人电话", "经办人电话");
    public static readonly Field Category = new("category", "参会身份", "身份", "类别", "参会类别", "人员类别", "代表类别", "参会类型", "嘉宾类型", "category");

    public static readonly Field ArrivalMode = new("arrivalMode", "到达方式", "方式", "交通方式", "交通工具", "出行方式") { Group = Arrival };
    public static readonly Field ArrivalDate = new("arrivalDate", "到达日期", "日期") { Group = Arrival };
    public static readonly Field ArrivalService = new("arrivalService", "到达班次", "班次", "车次", "航班", "航班号", "车次/航班", "车次/航班号", "航班/车次", "航班号/车次", "车次航班", "车次航班号", "航班车次", "车次或航班号", "班次号") { Group = Arrival };
    public static readonly Field ArrivalStation = new("arrivalStation", "到达站", "站", "车站", "站点", "站名", "火车站", "机场", "车站/机场", "车站机场", "站/机场", "地点") { Group = Arrival };
    public static readonly Field ArrivalAt = new("arrivalAt", "到达时间", "时间", "时刻", "日期时间", "日期及时间", "日期和时间") { Group = Arrival };
    public static readonly Field PickUp = new("pickUp", "是否接站", "接站", "需要接站", "是否需要接站", "是否接机", "是否接送", "是否需要接送", "是否需要安排接送", "接送站") { Group = Arrival };

    public static readonly Field DepartureMode = new("departureMode", "返程方式", "方式", "交通方式", "交通工具") { Group = Departure };
    public static readonly Field DepartureDate = new("departureDate", "返程日期", "日期", "返程到达日期") { Group = Departure };
    public static readonly Field DepartureService = new("departureService", [.. ArrivalService.Headings.Skip(1)]) { Group = Departure };
    public static readonly Field DepartureStation = new("departureStation", [.. ArrivalStation.Headings.Skip(1)]) { Group = Departure };
    public static readonly Field DepartureAt = new("departureAt", "返程时间", "时间", "时刻", "日期时间", "日期及时间", "返程到达时间") { Group = Departure };
    public static readonly Field DropOff = new("dropOff", "是否送站", "送站", "需要送站", "是否需要送站", "是否送机") { Group = Departure };

    public static readonly Field Lodging = new("lodging", "是否住宿", "住宿", "是否需要住宿", "需要住宿", "是否安排住宿", "住宿安排");
    public static readonly Field Room = new("room", "房型", "房间类型", "住宿房型", "房间") { KeepsFirst = true };
    public static readonly Field Diet = new("diet", "饮食要求", "饮食", "饮食禁忌", "用餐要求", "餐饮要求", "饮食习惯", "特殊饮食") { IsSensitive = true };
    public static readonly Field Companions = new("companions", "随行人数", "随行人员数", "随行", "随员人数", "随从人数", "陪同人数", "随行人员人数");
    public static readonly Field Remark = new("remark", "备注", "备注说明", "其他", "其他说明", "其他要求", "特殊要求", "remark", "note");

    /// <summary>Second numbers of services that have two; no column of its own.</summary>
    public static readonly Field ArrivalAlias = new("arrivalAlias");
    public static readonly Field DepartureAlias = new("departureAlias");

    /// <summary>What is kept of a person; days and hours of a journey are kept joined.</summary>
    public static readonly IReadOnlyList<Field> Kept =
    [
        ListNo, Name, Unit, Department, Post, Gender, Phone, ContactPhone, Category,
        ArrivalMode, ArrivalService, ArrivalAlias, ArrivalStation, ArrivalAt, PickUp,
        DepartureMode, DepartureService, DepartureAlias, DepartureStation, DepartureAt, DropOff,
        Lodging, Room, Diet, Companions, Remark,
    ];

    public static readonly FieldList All = new([.. Kept, ArrivalDate, DepartureDate])
    {
        Required = [Name, Unit],
        Groups =
        [
            (Arrival, ["到达", "抵达", "来程", "去程", "到站", "到会", "接站", "接机"]),
            (Departure, ["返程", "离开", "回程", "离会", "送站", "送机", "出发", "返回"]),
        ],
        OtherPeople = ["联系人", "联络人", "经办人", "填报人", "填表人", "提交者", "提交人", "预订人", "同住", "随行人员姓名", "随员姓名", "司机", "紧急", "领队", "接站人", "推荐人", "单位性质", "单位类型", "单位地址", "单位电话", "税号", "抬头"],
    };
}
