using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.DependencyInjection;
using Shared.Data;

namespace Shared.Access;

/// <summary>What we keep beside the framework's user: the name shown to people and whether the account still works.</summary>
public sealed class Account
{
    public const int DisplayNameLength = 40;

    public required string UserId { get; set; }
    public required string DisplayName { get; set; }

    public DateTime CreatedAt { get; set; }
    public DateTime? DisabledAt { get; set; }

    /// <summary>The password was made by the program and handed over; until it is replaced the account has no roles.</summary>
    public bool OneTimePassword { get; set; }

    /// <summary>Made by joining with a PIN: it has no password, and holds until the last day of its meeting is over.</summary>
    public bool Joined { get; set; }

    /// <summary>What this person types at a shared desk; null while none is set.</summary>
    public string? PinHash { get; set; }

    /// <summary>Tries since the last right one; the last that is allowed sets <see cref="PinLockedUntil"/>.</summary>
    public int PinTries { get; set; }
    public DateTime? PinLockedUntil { get; set; }

    /// <summary>SHA-256 of each of the last codes of an authenticator app that were right, the latest first: none is so twice.</summary>
    public byte[] UsedCodes { get; set; } = [];
}

/// <summary>One row of the audit trail; append-only. Each hash takes in the one before, so that a removed or altered row shows.</summary>
public sealed class AuditEntry
{
    public long Id { get; set; }
    public DateTime HappenedAt { get; set; }
    public required string Who { get; set; }

    /// <summary>Kebab-case: <c>sign-in</c>, <c>role-granted</c>, <c>export</c>, <c>check-in-override</c>.</summary>
    public required string What { get; set; }
    public string? SubjectId { get; set; }
    public int? MeetingId { get; set; }

    /// <summary>SHA-256(salt ‖ details).</summary>
    public required byte[] DetailsHash { get; set; }

    /// <summary>SHA-256(previous hash, who, when, what, subject id, details hash).</summary>
    public required byte[] Hash { get; set; }
}

/// <summary>Details of an audit row; erasure and retention may blank them without breaking the chain.</summary>
public sealed class AuditDetail
{
    public long EntryId { get; set; }
    public byte[]? Salt { get; set; }
    public string? Details { get; set; }
}

sealed class AccountMapping : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.HasKey(a => a.UserId);
        account.HasOne<IdentityUser>().WithOne().HasForeignKey<Account>(a => a.UserId).OnDelete(DeleteBehavior.Cascade);
        account.Property(a => a.DisplayName).HasMaxLength(Account.DisplayNameLength);
    }
}

sealed class AuditDetailMapping : IEntityTypeConfiguration<AuditDetail>
{
    public void Configure(EntityTypeBuilder<AuditDetail> detail)
    {
        detail.HasKey(d => d.EntryId);
        detail.HasOne<AuditEntry>().WithOne().HasForeignKey<AuditDetail>(d => d.EntryId).OnDelete(DeleteBehavior.Cascade);
    }
}

sealed class AuditEntryMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.HasIndex(e => new { e.What, e.HappenedAt });
        entry.HasIndex(e => e.SubjectId).HasFilter("SubjectId IS NOT NULL");
    }
}

public static class AccessSets
{
    public static DbSet<Account> Accounts(this EventDb db) => db.Set<Account>();
    public static DbSet<AuditEntry> AuditEntries(this EventDb db) => db.Set<AuditEntry>();

    public static DbSet<Session> Sessions(this EventDb db) => db.Set<Session>();

    public static IServiceCollection AddAccess(this IServiceCollection services) => services
        .AddSingleton<LinkKey>().AddScoped<AuditTrail>().AddScoped<AuditChain>().AddScoped<AuditList>().AddScoped<AuditExtract>().AddScoped<AuditCard>().AddScoped<AuditedPeople>().AddScoped<ChooseBackupFolder>().AddScoped<AccountList>().AddScoped<SessionList>().AddScoped<OwnSessions>().AddScoped<RememberChoice>().AddScoped<RememberedChoice>()
        .AddScoped<CheckPin>();
}
