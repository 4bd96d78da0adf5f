using CsCheck;

namespace Shared.Tests.Chinese;

/// <summary>Names from a small set of characters, so that equal beginnings, rare characters and compound surnames all happen.</summary>
static class ChineseGen
{
    public static readonly Gen<string> Name =
        Gen.Select(Gen.OneOf("王", "田", "单", "曾", "欧", "欧阳", "尉迟", "吕", "𠮷", "龘", "乐"),
            Gen.OneOf("大", "利", "富", "阳", "行", "䶮", "甲", "申", "一", "刚", "小", "\U000323AF", "\uFA0E").Array[0, 3],
            (surname, given) => surname + string.Concat(given));
}
