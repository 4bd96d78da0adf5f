using System.Globalization;
using EventApp.Web.Certificates;

namespace EventApp.Commands;

/// <summary>The words after <c>certificate</c>: names stand behind <c>--for</c>, with commas or spaces between.</summary>
/// <param name="Wrong">Words that are no name and no address.</param>
sealed record CertificateOptions(IReadOnlyList<ServedName> Names, IReadOnlyList<string> Wrong, int? Years, bool NewAuthority)
{
    public const string For = "--for", HowLong = "--years", Anew = "--new-authority";

    /// <returns>Null where a word is not understood.</returns>
    public static CertificateOptions? Parse(string[] args)
    {
        var (typed, anew) = (new List<string>(), false);
        int? years = null;
        var words = new Queue<string>(args.SelectMany(word => word.StartsWith(For + "=", StringComparison.Ordinal) || word.StartsWith(HowLong + "=", StringComparison.Ordinal) ? word.Split('=', 2) : [word]));
        while (words.TryDequeue(out var word))
            switch (word)
            {
                case For when words.Count > 0:
                    while (words.TryPeek(out var name) && !name.StartsWith("--", StringComparison.Ordinal)) typed.AddRange(words.Dequeue().Split(',', StringSplitOptions.RemoveEmptyEntries));
                    break;
                case HowLong when words.TryDequeue(out var number) && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var given) && given is >= 1 and <= OwnAuthority.MostYears:
                    years = given;
                    break;
                case Anew: anew = true; break;
                default: return null;
            }
        var read = typed.Select(name => (Typed: name, Name: ServedName.Parse(name))).ToList();
        return new([.. read.Select(one => one.Name).OfType<ServedName>().Distinct()], [.. read.Where(one => one.Name is null).Select(one => one.Typed)], years, anew);
    }
}
