using Bench.Load;

namespace Bench.CheckIn;

/// <summary>Rates of the product and its rivals, round by round. Ratios are taken within a round, so that a slow moment of the machine meets both sides.</summary>
sealed class CheckInRates
{
    public const string Few = "check-ins per second, 160 people", Many = "check-ins per second, 100,000 people";
    public const string Empty = "E: empty POSTs per second", Raw = "R: the same rows in transactions of 50, per second", Textbook = "textbook check-ins per second";

    const double OfPossible = 0.6, OfTextbook = 12, OfFew = 0.8;

    readonly Dictionary<string, List<double>> rounds = [];
    readonly Dictionary<string, Sample> latencies = [];
    int failed;

    /// <summary>Scans answered and rows found on the disk afterwards.</summary>
    public (long Answered, long Found) Recorded { get; set; }

    public void Add(string what, double perSecond)
    {
        if (!rounds.TryGetValue(what, out var list)) rounds[what] = list = [];
        list.Add(perSecond);
    }

    public void Add(string what, LoopResult result)
    {
        Add(what, result.PerSecond);
        if (!latencies.TryGetValue(what, out var all)) latencies[what] = all = new Sample();
        all.Add(result.Milliseconds);
        if (what == Textbook) failed += result.Failed;
    }

    public void Tell(Report report)
    {
        foreach (var what in (string[])[Empty, Raw, Textbook, Few, Many]) report.Figure(what, Sample.Of(rounds[what]).Median, "/s");
        report.Figure("textbook answers that failed", failed, "");
        foreach (var share in (double[])[0.5, 0.99]) report.Figure($"answer under full load, 160 people, p{share * 100:0}", latencies[Few].At(share), "ms");
        report.AtLeast("rate / (1 / (1/E + 1/R))", Median(Few, round => 1 / (1 / rounds[Empty][round] + 1 / rounds[Raw][round])), OfPossible);
        report.AtLeast("rate / textbook", Median(Few, round => rounds[Textbook][round]), OfTextbook);
        report.AtLeast("rate at 100,000 / rate at 160", Median(Many, round => rounds[Few][round]), OfFew);
        report.AtLeast("rows found / scans answered", (double)Recorded.Found / Recorded.Answered, 1);
    }

    double Median(string what, Func<int, double> against) => Sample.Of(rounds[what].Select((rate, round) => rate / against(round))).Median;
}
