using EventApp.Access;
using EventApp.Web;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace EventApp.Tests.Access;

public sealed class SignInTriesTests
{
    readonly FakeTimeProvider clock = new();
    readonly SignInTries tries;

    public SignInTriesTests() => tries = new(Options.Create(new LimitSettings { SignInPerMinute = 2 }), clock);

    TimeSpan? UntilRefused() => tries.OfName("dashu") ?? tries.OfName("DASHU") ?? tries.OfName("dashu");

    [Fact]
    public void Each_wait_is_twice_as_long_as_the_one_before_up_to_some_minutes()
    {
        foreach (var minutes in (int[])[1, 2, 4, 8, 8])
        {
            Assert.Equal(TimeSpan.FromMinutes(minutes), UntilRefused());
            clock.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1));
            Assert.Equal(TimeSpan.FromSeconds(1), tries.OfName("dashu"));
            clock.Advance(TimeSpan.FromSeconds(1));
        }
    }

    [Fact]
    public void Whoever_signed_in_and_whoever_comes_back_much_later_starts_anew()
    {
        UntilRefused();
        tries.Forget("Dashu");
        Assert.Equal(TimeSpan.FromMinutes(1), UntilRefused());
        clock.Advance(SignInTries.Forgotten);
        Assert.Equal(TimeSpan.FromMinutes(1), UntilRefused());
    }

    [Fact]
    public void Slow_tries_are_never_held_up()
    {
        for (var i = 0; i < 20; i++)
        {
            Assert.Null(tries.OfName("dashu"));
            clock.Advance(TimeSpan.FromSeconds(40));
        }
    }
}
