using System.Net;
using EventApp.CheckIn;
using EventApp.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Shared.CheckIn;
using Shared.Data;
using Shared.Tests;

namespace EventApp.Tests.CheckIn;

public sealed class KnownTokensTests : IDisposable
{
    readonly Counting dbs = new();

    [Fact]
    public void An_address_that_guesses_tokens_asks_the_database_no_more_often_than_it_may_call()
    {
        using var known = new KnownTokens(dbs, Options.Create(new LimitSettings { AddressPerSecond = 3 }));
        for (var i = 0; i < 50; i++) Assert.False(known.Has(new StationBearer($"guess{i}", StationToken.Hash($"guess{i}")), IPAddress.Parse("10.0.0.1")));
        Assert.InRange(dbs.Asked, 1, 10);
        known.Has(new StationBearer("other", StationToken.Hash("other")), IPAddress.Parse("10.0.0.2"));
        Assert.InRange(dbs.Asked, 2, 11);
    }

    public void Dispose() => dbs.Database.Dispose();

    sealed class Counting : IDbContextFactory<EventDb>
    {
        public TestDatabase Database { get; } = new();
        public int Asked { get; private set; }

        public EventDb CreateDbContext()
        {
            Asked++;
            return Database.CreateDbContext();
        }
    }
}
