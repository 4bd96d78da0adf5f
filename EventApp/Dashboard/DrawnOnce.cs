using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace EventApp.Dashboard;

/// <summary>What all open dashboards draw alike of the same numbers, made by the first of them and forgotten with the numbers.</summary>
static class DrawnOnce
{
    static readonly ConditionalWeakTable<object, ConcurrentDictionary<object, object>> Drawn = [];

    /// <param name="numbers">One object for all who look, never changed.</param>
    /// <param name="how">What else the drawing hangs on, such as the language; compared by value.</param>
    public static TDrawing Of<TNumbers, TDrawing>(TNumbers numbers, object how, Func<TNumbers, TDrawing> draw) where TNumbers : class where TDrawing : class =>
        (TDrawing)Drawn.GetOrCreateValue(numbers).GetOrAdd((typeof(TDrawing), how), _ => draw(numbers));
}
