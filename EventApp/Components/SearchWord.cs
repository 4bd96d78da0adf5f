using System.Text;

namespace EventApp.Components;

/// <summary>What was typed into a search, as an address may hold it: a sent or logged address shows no phone number and no badge code.</summary>
static class SearchWord
{
    const int DigitsOfNoName = 7;
    const int ShortestCode = 20;

    /// <summary>The text itself, or null where it must not stand in an address.</summary>
    public static string? ForAddress(string? typed) => typed is not null && IsSecret(typed) ? null : typed;

    static bool IsSecret(string typed)
    {
        var (digits, letters, mixed) = (0, 0, false);
        foreach (var c in typed.Normalize(NormalizationForm.FormKC))
        {
            if (c is ' ' or '-') continue;
            digits = char.IsAsciiDigit(c) ? digits + 1 : 0;
            letters = char.IsAsciiLetterOrDigit(c) ? letters + 1 : 0;
            mixed = letters > 0 && (mixed || digits > 0);
            if (digits >= DigitsOfNoName || (letters >= ShortestCode && mixed)) return true;
        }
        return false;
    }
}
