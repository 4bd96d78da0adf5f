namespace EventApp.Components;

/// <summary>How a name stands on paper.</summary>
public static class PrintName
{
    /// <summary>A name of two Han characters is set as wide as one of three; nothing of this is ever stored.</summary>
    public static string Of(string name) => name.Length == 2 && name.All(c => c >= 0x2e80 && !char.IsSurrogate(c)) ? $"{name[0]}　{name[1]}" : name;
}
