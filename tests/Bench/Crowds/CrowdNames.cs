namespace Bench.Crowds;

/// <summary>Invented names in about the shape of real lists: few surnames are common, one name in three is short, one in fifty has a rare character.</summary>
sealed class CrowdNames(int seed)
{
    const string Surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭肖田董袁潘于蒋蔡余杜叶程苏魏吕丁沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严武戴莫孔向汤常温康";
    const string Given = "浩宇辰峻岩铭钧锐恒毅博彦哲朗帆川岳峰松柏桐楠栋梁舟航磊鑫炜煜焕昊昱晟旭阳翰墨书礼信诚勤谦睿思远致景云霖泓澄润溪洲庭凯婉婷娟妍雅静怡欣悦蕾蓉薇芸芳菲萍莹莲梅兰竹岚雪霜露霞虹彤丹彩琳琪瑶瑾璐珊珍玥玲晴曦昕暖清沁涵潇洁淑惠慧敏秀巧倩语诗歌宁";
    const string RareGiven = "喆犇焱翀頔禛赟昶弢骉";
    const int ShortOfTen = 3, RareOfHundred = 2;

    readonly Random dice = new(seed);

    public string Next()
    {
        // The n-th commonest surname is drawn about as often as 1 / n.
        var surname = Surnames[(int)Math.Pow(Surnames.Length, dice.NextDouble()) - 1];
        var last = dice.Next(100) < RareOfHundred ? Pick(RareGiven) : Pick(Given);
        return dice.Next(10) < ShortOfTen ? $"{surname}{last}" : $"{surname}{Pick(Given)}{last}";
    }

    char Pick(string from) => from[dice.Next(from.Length)];
}
