using System.Globalization;
using Microsoft.Extensions.Localization;
using Shared.Registration;

namespace EventApp.Registration;

/// <summary>What a reply asks for, in words.</summary>
static class StayText
{
    public static string? Of(this IStringLocalizer<RegistrationTexts> texts, StayNote? stay) => stay is null ? null : string.Join(' ', ((string?[])
    [
        stay.Needed switch { true => texts["StayNeeded"].Value, false => texts["StayNotNeeded"].Value, null => null },
        stay.Room is { } room ? texts[nameof(RoomKind) + room].Value : null, stay.Roommate is { } mate ? texts["StayWith", mate].Value : null,
        stay.From is null && stay.To is null ? null : $"{Day(stay.From)} – {Day(stay.To)}", texts.Of(stay.Meals),
    ]).Where(part => !string.IsNullOrEmpty(part)));

    public static string? Of(this IStringLocalizer<RegistrationTexts> texts, Meals meals) => meals == Meals.None ? null
        : string.Join(texts["ListComma"], Enum.GetValues<Meals>().Where(meal => meal != Meals.None && meals.HasFlag(meal)).Select(meal => texts[nameof(Meals) + meal].Value));

    public static string Of(this IStringLocalizer<RegistrationTexts> texts, StageRoles roles) =>
        string.Join(texts["ListComma"], Enum.GetValues<StageRoles>().Where(role => role != StageRoles.None && roles.HasFlag(role)).Select(role => texts[nameof(StageRoles) + role].Value));

    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
