using Shared.Meetings.Importing;

namespace Shared.Registration.Importing;

/// <summary>A row's values once all rows are known.</summary>
static class RosterValues
{
    /// <param name="sharedPhones">Numbers that are a contact's; they are never a person's own.</param>
    public static object? Of(PreviewRow row, Field field, IReadOnlySet<string> sharedPhones)
    {
        var phone = row.Reading!.Text(RosterFields.Phone);
        var isShared = phone is not null && sharedPhones.Contains(phone);
        if (field == RosterFields.Phone)
            return isShared ? null : phone;
        return field == RosterFields.ContactPhone && isShared ? phone : row.Reading[field];
    }
}
