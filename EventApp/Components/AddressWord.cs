using System.Collections.Frozen;
using System.Text;

namespace EventApp.Components;

/// <summary>Enumerated values as an address holds them: <c>ViceChair</c> is <c>vice-chair</c>.</summary>
static class AddressWord
{
    public static string Of<TEnum>(TEnum value) where TEnum : struct, Enum => Words<TEnum>.ByValue.GetValueOrDefault(value) ?? Write(value.ToString());

    /// <summary>Null for a word that names no value; an address may be old or mistyped.</summary>
    public static TEnum? Read<TEnum>(string? word) where TEnum : struct, Enum
    {
        foreach (var value in Enum.GetValues<TEnum>())
            if (Of(value) == word) return value;
        return null;
    }

    static string Write(string name)
    {
        var word = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && word.Length > 0) word.Append('-');
            word.Append(char.ToLowerInvariant(letter));
        }
        return word.ToString();
    }

    static class Words<TEnum> where TEnum : struct, Enum
    {
        public static readonly FrozenDictionary<TEnum, string> ByValue = Enum.GetValues<TEnum>().Distinct().ToFrozenDictionary(value => value, value => Write(value.ToString()));
    }
}
