namespace Shared.Registration.Importing;

/// <summary>Words of lists and what they mean; keys without blanks, Latin letters small.</summary>
static class RosterWords
{
    public static readonly Dictionary<string, object> Genders = Words(
        (Gender.Male, "男 男性 先生 m male"),
        (Gender.Female, "女 女性 女士 f female"));

    public static readonly Dictionary<string, object> Categories = Words(
        (AttendeeCategory.Leader, "领导 与会领导 市领导 省领导 上级领导 领导嘉宾 leader"),
        (AttendeeCategory.Expert, "专家 特邀专家 行业专家 学者 专家学者 报告专家 院士 expert"),
        (AttendeeCategory.ViceChair, "副理事长 理事长 副理事长单位 理事长单位 副理事长及以上 副理事长及以上代表 副理事长代表 vice_chair"),
        (AttendeeCategory.Delegate, "代表 参会代表 正式代表 会员代表 成员单位代表 成员代表 单位代表 企业代表 会员 理事 常务理事 delegate"),
        (AttendeeCategory.Observer, "列席 列席代表 列席人员 旁听 observer"),
        (AttendeeCategory.Guest, "嘉宾 特邀嘉宾 贵宾 来宾 guest"),
        (AttendeeCategory.Media, "媒体 记者 媒体记者 新闻媒体 media"));

    public static readonly Dictionary<string, object> Modes = Words(
        (TravelMode.Train, "火车 高铁 动车 列车 铁路 火车/高铁 高铁/火车 高铁/动车 动车/高铁 城际 乘火车 坐火车 train"),
        (TravelMode.Flight, "飞机 航班 民航 乘机 航空 坐飞机 乘飞机 flight plane"),
        (TravelMode.Car, "自驾 自驾车 自行驾车 开车 汽车 轿车 大巴 客车 单位车 公车 公务车 自备车 单位派车 car"),
        (TravelMode.Local, "本地 本市 市内 本地人员 当地 齐齐哈尔本地 local"),
        (TravelMode.Other, "其他 其它 其他方式 other"),
        (TravelMode.Undecided, "行程待定 行程未定 undecided"));

    public static readonly Dictionary<string, object> Diets = Words(
        (new DietValue(DietKind.None, null), "无 否 没有 正常 普通 无要求 无特殊要求 无忌口 均可 常规 - none"),
        (new DietValue(DietKind.Halal, null), "清真 清真餐 清真饮食 回民 回民餐 halal"),
        (new DietValue(DietKind.Vegetarian, null), "素食 素 素餐 全素 吃素 素食者 vegetarian"),
        (new DietValue(DietKind.Allergy, null), "过敏 食物过敏 有过敏 allergy"));

    public static readonly HashSet<string> Rooms =
        ["单间", "标间", "单人间", "双人间", "标准间", "大床房", "大床", "双床房", "双床", "套间", "套房", "合住", "标间合住", "合住标间", "单住", "三人间"];

    public static readonly Dictionary<string, object> RoomKinds = Words(
        (RoomKind.Single, "单间 单人间 单住 大床房 大床 套间 套房 single"),
        (RoomKind.Twin, "标间合住 合住标间 合住 标间 标准间 双人间 双床房 双床 twin"));

    // Boxed once: a list holds tens of thousands of them.
    static Dictionary<string, object> Words(params (object Word, string Written)[] words) =>
        words.SelectMany(word => word.Written.Split(' ').Select(written => (written, word.Word)))
            .ToDictionary(pair => pair.written, pair => pair.Word);
}
