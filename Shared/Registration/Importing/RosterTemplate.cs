using Shared.Data.Sheets;
using Shared.Meetings.Importing;

namespace Shared.Registration.Importing;

/// <summary>The empty reply list that goes out with the notice: headings that the importer knows, drop-downs where only some words will do. It asks for no number of a paper and no date of birth.</summary>
public static class RosterTemplate
{
    static readonly string[] YesNo = ["是", "否"];

    public static void Write(Stream stream) => XlsxFile.Write(stream, new OutSheet("参会回执",
    [
        Column(RosterFields.ListNo, 6), Column(RosterFields.Unit, 30), Column(RosterFields.Name, 12), Column(RosterFields.Gender, 6, "男", "女"),
        Column(RosterFields.Post, 18), Column(RosterFields.Phone, 15), Column(RosterFields.Category, 12, "领导", "专家", "副理事长", "代表", "列席", "嘉宾", "媒体"),
        Column(RosterFields.Companions, 10), Column(RosterFields.Lodging, 10, YesNo), Column(RosterFields.Room, 10, "单间", "标间合住"),
        Column(RosterFields.ArrivalMode, 10, "本地", "火车", "飞机", "自驾", "其他"), Column(RosterFields.ArrivalDate, 12), Column(RosterFields.ArrivalService, 12),
        Column(RosterFields.ArrivalStation, 20, Terminals.Qiqihar, Terminals.QiqiharSouth, Terminals.QiqiharAirport), Column(RosterFields.ArrivalAt, 12), Column(RosterFields.PickUp, 10, YesNo),
        Column("返程班次", 12), Column("返程车站", 20, Terminals.Qiqihar, Terminals.QiqiharSouth, Terminals.QiqiharAirport), Column(RosterFields.DepartureAt, 18), Column(RosterFields.DropOff, 10, YesNo),
        Column(RosterFields.Remark, 30),
    ], []));

    static OutColumn Column(Field field, double width, params string[] choices) => Column(field.Headings[0], width, choices);

    static OutColumn Column(string heading, double width, params string[] choices) => new(heading, width, choices.Length > 0 ? choices : null);
}
