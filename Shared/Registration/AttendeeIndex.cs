using Microsoft.EntityFrameworkCore;
using Shared.Chinese;
using Shared.Data;

namespace Shared.Registration;

/// <summary>What a person is sorted and found by. Whoever writes a name or a phone renews it in the same transaction.</summary>
public static class AttendeeIndex
{
    /// <summary>Sets the three sort keys from the name.</summary>
    public static void SetKeys(Attendee attendee)
    {
        attendee.PinyinKey = Pinyin.SortKey(attendee.Name);
        attendee.SurnameStrokeKey = StrokeOrder.SortKey(attendee.Name, SingleNames.First);
        attendee.NameStrokeKey = StrokeOrder.SortKey(attendee.Name, SingleNames.AmongOthers);
    }

    /// <summary>The grams of name and phones. The unit's names are not among them: they are matched apart, so that an alias never touches its people.</summary>
    public static IReadOnlySet<string> GramsOf(string name, string? phone, string? contactPhone) =>
        SearchGrams.OfPerson(Texts(name, phone, contactPhone));

    internal static PersonTexts Texts(string name, string? phone, string? contactPhone) =>
        new([name], [.. new[] { phone, contactPhone }.OfType<string>()], []);

    /// <summary>Sets the keys and replaces the grams of a saved attendee inside the caller's transaction; the caller saves the attendee.</summary>
    public static async Task RenewAsync(EventDb db, Attendee attendee, CancellationToken stop = default)
    {
        SetKeys(attendee);
        await db.AttendeeGrams().Where(g => g.AttendeeId == attendee.Id).ExecuteDeleteAsync(stop);
        db.AddRange(GramsOf(attendee.Name, attendee.Phone, attendee.ContactPhone)
            .Select(gram => new AttendeeGram { MeetingId = attendee.MeetingId, Gram = gram, AttendeeId = attendee.Id }));
    }
}
