namespace Shared.Registration;

/// <summary>As received, by pinyin, by 姓氏笔画 (a single given name first) or by 姓名笔画 (no gap for a single given name).</summary>
public enum NameOrder { List = 1, Pinyin, SurnameStrokes, NameStrokes }

public static class NameOrders
{
    /// <summary>By the stored keys; those alike go by their place in the list as received.</summary>
    public static IOrderedQueryable<Attendee> In(this IQueryable<Attendee> attendees, NameOrder order) => (order switch
    {
        NameOrder.Pinyin => attendees.OrderBy(a => a.PinyinKey).ThenBy(a => a.ListNo),
        NameOrder.SurnameStrokes => attendees.OrderBy(a => a.SurnameStrokeKey).ThenBy(a => a.ListNo),
        NameOrder.NameStrokes => attendees.OrderBy(a => a.NameStrokeKey).ThenBy(a => a.ListNo),
        _ => attendees.OrderBy(a => a.ListNo),
    }).ThenBy(a => a.Id);
}
