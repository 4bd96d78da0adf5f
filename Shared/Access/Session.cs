using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shared.Data;

namespace Shared.Access;

/// <summary>One signed-in browser. What its cookie holds is a key; whoever deletes the row ends it.</summary>
public sealed class Session
{
    public const int DeviceLength = 60;

    public int Id { get; set; }
    public required string UserId { get; set; }

    /// <summary>SHA-256 of the key in the cookie: a stolen database opens nothing.</summary>
    public required byte[] KeyHash { get; set; }

    /// <summary>The framework's ticket.</summary>
    public required byte[] Ticket { get; set; }

    /// <summary>Browser and system in words, as far as it tells.</summary>
    public required string Device { get; set; }
    public DateTime CreatedAt { get; set; }

    /// <summary>The last request, to the minute.</summary>
    public DateTime SeenAt { get; set; }

    /// <summary>When somebody last touched a page of it, to the half minute; an organiser's that nobody touches is locked.</summary>
    public DateTime ActiveAt { get; set; }
    public DateTime ExpiresAt { get; set; }
}

/// <param name="Grants">Of the account; whoever does not command them cannot end the session.</param>
public sealed record SessionView(int Id, string UserId, string DisplayName, IReadOnlyList<Grant> Grants, string Device, DateTime CreatedAt, DateTime SeenAt);

/// <summary>Who is signed in of those that reach the meeting, the latest seen first.</summary>
public sealed class SessionList(IDbContextFactory<EventDb> dbs, TimeProvider clock)
{
    public async Task<IReadOnlyList<SessionView>> ReadAsync(int meetingId, CancellationToken stop = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await dbs.CreateDbContextAsync(stop);
        var claims = db.UserClaims;
        var rows = await (from session in db.Sessions() join account in AccountList.Reaching(db, meetingId) on session.UserId equals account.UserId
                          where session.ExpiresAt > now
                          orderby session.SeenAt descending, session.Id descending
                          select new
                          {
                              session.Id, session.UserId, account.DisplayName, session.Device, session.CreatedAt, session.SeenAt,
                              Grants = claims.Where(c => c.UserId == session.UserId && c.ClaimType == Grant.ClaimType).Select(c => c.ClaimValue!).ToList(),
                          }).ToListAsync(stop);
        return [.. rows.Select(row => new SessionView(row.Id, row.UserId, row.DisplayName, [.. Grants.Of(row.Grants)], row.Device, row.CreatedAt, row.SeenAt))];
    }
}

/// <summary>One browser in which somebody is signed in, as they see it themselves.</summary>
public sealed record OwnSession(int Id, string Device, DateTime CreatedAt, DateTime SeenAt);

/// <summary>Where one account is signed in, the latest seen first.</summary>
public sealed class OwnSessions(IDbContextFactory<EventDb> dbs, TimeProvider clock)
{
    public async Task<IReadOnlyList<OwnSession>> ReadAsync(string userId, CancellationToken stop = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await dbs.CreateDbContextAsync(stop);
        return await db.Sessions().Where(s => s.UserId == userId && s.ExpiresAt > now).OrderByDescending(s => s.SeenAt).ThenByDescending(s => s.Id)
            .Select(s => new OwnSession(s.Id, s.Device, s.CreatedAt, s.SeenAt)).ToListAsync(stop);
    }
}

sealed class SessionMapping : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.HasIndex(s => s.KeyHash).IsUnique();
        session.HasIndex(s => s.UserId);
        session.HasOne<IdentityUser>().WithMany().HasForeignKey(s => s.UserId).OnDelete(DeleteBehavior.Cascade);
        session.Property(s => s.Device).HasMaxLength(Session.DeviceLength);
    }
}
