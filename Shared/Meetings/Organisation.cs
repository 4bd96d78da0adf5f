using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Shared.Meetings;

/// <summary>政 government, 产 enterprise, 学 university, 研 institute, 会 association, and what is none of these.</summary>
public enum OrganisationKind { Government = 1, Enterprise, University, Institute, Association, Other }

/// <summary>A body that lasts over the years: a firm, a university, a department. How it takes part in one year is a <see cref="Unit"/>.</summary>
public sealed class Organisation
{
    public const int NameLength = 80;
    public const int ShortNameLength = 30;
    public const int RegionLength = 30;

    public int Id { get; set; }
    public required string FullName { get; set; }
    public string? ShortName { get; set; }
    public OrganisationKind Kind { get; set; }
    public string? Region { get; set; }
    public List<OrganisationAlias> Aliases { get; set; } = [];
}

/// <summary>Another name under which lists know the body (哈理工, 沈铸所).</summary>
public sealed class OrganisationAlias
{
    public int Id { get; set; }
    public int OrganisationId { get; set; }
    public required string Name { get; set; }
}

sealed class OrganisationMapping : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> organisation)
    {
        organisation.HasIndex(o => o.FullName).IsUnique();
        organisation.Property(o => o.FullName).HasMaxLength(Organisation.NameLength);
        organisation.Property(o => o.ShortName).HasMaxLength(Organisation.ShortNameLength);
        organisation.Property(o => o.Region).HasMaxLength(Organisation.RegionLength);
        organisation.HasMany(o => o.Aliases).WithOne().HasForeignKey(a => a.OrganisationId).OnDelete(DeleteBehavior.Cascade);
    }
}

sealed class OrganisationAliasMapping : IEntityTypeConfiguration<OrganisationAlias>
{
    public void Configure(EntityTypeBuilder<OrganisationAlias> alias)
    {
        alias.HasIndex(a => a.Name);
        alias.HasIndex(a => new { a.OrganisationId, a.Name }).IsUnique();
        alias.Property(a => a.Name).HasMaxLength(Organisation.NameLength);
    }
}
