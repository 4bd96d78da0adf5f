using System.Globalization;
using EventApp.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Shared.Seating;

namespace EventApp.Tests.Seating;

/// <summary>Where somebody sits, as the verdict, the kiosk and the own page say it.</summary>
public sealed class SeatWordsTests : PageTest
{
    public static TheoryData<SeatPlace, string, string> Places => new()
    {
        { new(null, null, ZoneKind.Rows, ZoneUse.Numbered, 3, 3, 12), "3排12号", "row 3, seat 12" },
        { new("主会场", "甲区", ZoneKind.Rows, ZoneUse.Numbered, 3, 3, 12), "主会场 甲区 3排12号", "主会场 甲区 row 3, seat 12" },
        { new(null, "后区", ZoneKind.Rows, ZoneUse.Free, 7, 12, 0), "后区 7–12排自由就座", "后区 any seat in rows 7–12" },
        { new(null, "甲区", ZoneKind.Rows, ZoneUse.ByUnit, 7, 9, 1), "甲区 单位区 7–9排", "甲区 unit block, rows 7–9" },
        { new("对接厅", null, ZoneKind.Tables, ZoneUse.Numbered, 5, 5, 2), "对接厅 5号桌2座", "对接厅 table 5, chair 2" },
        { new(null, "主席台", ZoneKind.Rows, ZoneUse.Numbered, 1, 1, 3, OnStage: true), "主席台 左起第3座（台下看）", "主席台, seat 3 from the left (seen from the hall)" },
        { new(null, "主席台", ZoneKind.Rows, ZoneUse.Numbered, 2, 3, 1, OnStage: true), "主席台 2排 左起第1座（台下看）", "主席台, row 2, seat 1 from the left (seen from the hall)" },
    };

    [Theory, MemberData(nameof(Places))]
    public void A_place_is_said_as_one_goes_there(SeatPlace place, string chinese, string english)
    {
        var texts = Services.GetRequiredService<IStringLocalizer<ComponentTexts>>();
        foreach (var (language, said) in ((string, string)[])[("zh-CN", chinese), ("en", english)])
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            Assert.Equal(said, texts.SeatAt(place));
        }
    }
}
