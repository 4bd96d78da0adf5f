using System.Collections;
using System.Reflection;

namespace EventApp.Tests.Hostile;

/// <summary>Everything that a query answered, value by value with the way to it; moments are left out, they pass.</summary>
static class Shown
{
    const int Deepest = 12;

    public static List<string> Of(object? answer)
    {
        var values = new List<string>();
        Walk("", answer, values, 0);
        return values;
    }

    static void Walk(string way, object? value, List<string> into, int depth)
    {
        if (value is null or DateTime or TimeSpan or DateTimeOffset or TimeZoneInfo or Delegate or Type || depth > Deepest) return;
        if (value is byte[] bytes) into.Add($"{way}={Convert.ToHexString(bytes)}");
        else if (value is string or bool or DateOnly or TimeOnly or Guid || value.GetType() is { IsPrimitive: true } or { IsEnum: true }) into.Add($"{way}={value}");
        else if (value is IEnumerable list) foreach (var one in list) Walk(way + "[]", one, into, depth + 1);
        else
        {
            foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0)) Walk($"{way}.{property.Name}", property.GetValue(value), into, depth + 1);
            foreach (var field in value.GetType().GetFields(BindingFlags.Public | BindingFlags.Instance)) Walk($"{way}.{field.Name}", field.GetValue(value), into, depth + 1);
        }
    }
}
