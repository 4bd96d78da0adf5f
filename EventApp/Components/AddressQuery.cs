using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace EventApp.Components;

/// <summary>The words after the question mark of an address; it may be old or mistyped.</summary>
sealed class AddressQuery(string address)
{
    readonly Dictionary<string, StringValues> words = QueryHelpers.ParseQuery(new Uri(new Uri("http://here"), address).Query);

    public string? Text(string name) => words.TryGetValue(name, out var found) && found.ToString() is { Length: > 0 } text ? text : null;

    /// <summary>From 1.</summary>
    public int? Number(string name) => int.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
