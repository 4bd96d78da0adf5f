using System.Text.RegularExpressions;
using PhoneNumbers;
using Shared.Chinese;

namespace Shared.Meetings;

/// <summary>A number typed into a form: eleven digits of a mainland mobile, or a foreign number with its plus sign.</summary>
public static partial class PhoneEntry
{
    const int LeastDigits = 7;

    /// <summary>The number as stored, or null where it is none.</summary>
    public static string? Read(string typed)
    {
        var home = CountryCode().Replace(TextNormal.Digits(typed), "");
        if (Mobile().IsMatch(home)) return home;
        return TextNormal.Line(typed).StartsWith('+') ? Foreign(typed) : null;
    }

    /// <summary>The number as stored, or a landline as typed; null where it is neither.</summary>
    public static string? ReadAny(string typed) => Read(typed)
        ?? (typed.Count(char.IsAsciiDigit) >= LeastDigits && typed.All(c => char.IsAsciiDigit(c) || " -+()转".Contains(c)) && typed.Length <= StaffMember.PhoneLength ? typed : null);

    static string? Foreign(string typed)
    {
        try
        {
            var numbers = PhoneNumberUtil.GetInstance();
            var number = numbers.Parse(TextNormal.Line(typed), null);
            return numbers.IsValidNumber(number) ? numbers.Format(number, PhoneNumberFormat.E164) : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^(00)?86(?=1[3-9]\d{9}$)")]
    private static partial Regex CountryCode();

    [GeneratedRegex(@"^1[3-9][0-9]{9}\z")]
    private static partial Regex Mobile();
}
