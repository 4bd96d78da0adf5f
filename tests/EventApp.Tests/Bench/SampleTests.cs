using Bench;

namespace EventApp.Tests.Bench;

public sealed class SampleTests
{
    [Fact]
    public void A_share_of_the_values_does_not_pass_the_one_named()
    {
        var sample = new Sample();
        foreach (var value in Enumerable.Range(1, 100).Reverse()) sample.Add(value);
        Assert.Equal((50, 99, 100, 1), (sample.At(0.50), sample.At(0.99), sample.Largest, sample.At(0)));
    }

    [Fact]
    public void Values_added_after_a_question_count_too()
    {
        var sample = new Sample();
        sample.Add(1);
        Assert.Equal(1, sample.Largest);
        sample.Add(3);
        sample.Add(2);
        Assert.Equal(3, sample.Largest);
        Assert.Equal(2, sample.Median);
    }

    [Fact]
    public void Nothing_measured_is_no_number() => Assert.True(double.IsNaN(new Sample().Median));
}
