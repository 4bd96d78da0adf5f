using Shared.Chinese;

namespace Shared.Registration.Replies;

/// <summary>税号: since 2015 the 18 characters of the 统一社会信用代码 (GB 32100), before that 15 to 20 digits and capital letters.</summary>
static class TaxNumber
{
    const int Shortest = 15;

    /// <summary>Null for what is none; blanks and dashes that people put in for reading are taken out.</summary>
    public static string? Read(string? typed)
    {
        var text = string.Concat(TextNormal.Line(typed).Where(sign => sign is not (' ' or '-'))).ToUpperInvariant();
        return text.Length is >= Shortest and <= Reply.TaxNumberLength && text.All(char.IsAsciiLetterOrDigit) ? text : null;
    }
}
