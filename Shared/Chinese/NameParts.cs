using System.Text;

namespace Shared.Chinese;

/// <summary>A Chinese name parted into surname and given name. A name with "·" or with other letters has no surname here.</summary>
public readonly record struct NameParts(string Surname, string Given)
{
    /// <summary>Takes two characters as the surname when they are a known compound surname and a given name is left.</summary>
    public static NameParts Of(string? name)
    {
        var whole = TextNormal.PersonName(name);
        var runes = whole.EnumerateRunes().ToList();
        if (runes.Count == 0 || !runes.All(TextNormal.IsHan)) return new("", whole);
        var compound = runes.Count > 2 ? $"{runes[0]}{runes[1]}" : "";
        var surname = compound != "" && ReadingTable.Instance.OfSurname(compound) is not null ? compound : runes[0].ToString();
        return new(surname, whole[surname.Length..]);
    }
}
