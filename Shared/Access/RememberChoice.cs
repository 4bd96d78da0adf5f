using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shared.Data;

namespace Shared.Access;

/// <summary>What one account chose last: the order of a list, a view. Nothing that others need to know.</summary>
public sealed class Choice
{
    public const int TextLength = 100;

    public required string UserId { get; set; }

    /// <summary>Kebab-case: <c>attendee-order</c>.</summary>
    public required string Name { get; set; }
    public required string Value { get; set; }
}

/// <summary>Keeps what an account chose.</summary>
public sealed class RememberChoice(IDbContextFactory<EventDb> dbs)
{
    public async Task RunAsync(string userId, string name, string value, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO Choice (UserId, Name, Value) SELECT Id, {name}, {value} FROM AspNetUsers WHERE Id = {userId}
            ON CONFLICT (UserId, Name) DO UPDATE SET Value = excluded.Value
            """, stop);
    }
}

/// <summary>What an account chose before.</summary>
public sealed class RememberedChoice(IDbContextFactory<EventDb> dbs)
{
    /// <summary>Null where nothing was chosen yet.</summary>
    public async Task<string?> ReadAsync(string userId, string name, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        return await db.Set<Choice>().Where(c => c.UserId == userId && c.Name == name).Select(c => c.Value).SingleOrDefaultAsync(stop);
    }
}

sealed class ChoiceMapping : IEntityTypeConfiguration<Choice>
{
    public void Configure(EntityTypeBuilder<Choice> choice)
    {
        choice.HasKey(c => new { c.UserId, c.Name });
        choice.HasOne<Microsoft.AspNetCore.Identity.IdentityUser>().WithMany().HasForeignKey(c => c.UserId).OnDelete(DeleteBehavior.Cascade);
        choice.Property(c => c.Name).HasMaxLength(Choice.TextLength);
        choice.Property(c => c.Value).HasMaxLength(Choice.TextLength);
    }
}
