using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Shared.Meetings;

/// <summary>Rank in the alliance's council, highest first: 理事长, 副理事长, 常务理事, 理事, 成员.</summary>
public enum CouncilRank { Chair = 1, ViceChair, StandingDirector, Director, Member }

/// <summary>How it is known that a body is a member.</summary>
public enum MembershipBasis { Explicit = 1, Implied, Assumed }

/// <summary>An organisation as it takes part in one meeting. With a council rank it is a member unit of that year; without one it is a guest body and never counted among the members.</summary>
public sealed class Unit
{
    public int Id { get; set; }
    public int MeetingId { get; set; }
    public int OrganisationId { get; set; }
    public Organisation? Organisation { get; set; }
    public CouncilRank? CouncilRank { get; set; }
    public MembershipBasis? Basis { get; set; }
    public DateOnly? JoinedOn { get; set; }
    public DateOnly? LeftOn { get; set; }

    /// <summary>The staff member who answers for this unit (联络员).</summary>
    public int? LiaisonId { get; set; }

    /// <summary>Place in the published list of units; no re-sorting without asking.</summary>
    public int ListNo { get; set; }

    /// <summary>Counts among the member units of a meeting on these days: has a council rank, has joined by the last day, has not left before the first.</summary>
    public bool IsMemberDuring(DateOnly firstDay, DateOnly lastDay) =>
        CouncilRank is not null && !(JoinedOn > lastDay) && !(LeftOn < firstDay);
}

sealed class UnitMapping : IEntityTypeConfiguration<Unit>
{
    public void Configure(EntityTypeBuilder<Unit> unit)
    {
        unit.HasIndex(u => new { u.MeetingId, u.OrganisationId }).IsUnique();
        unit.HasOne<Meeting>().WithMany().HasForeignKey(u => u.MeetingId).OnDelete(DeleteBehavior.Cascade);
        unit.HasOne(u => u.Organisation).WithMany().HasForeignKey(u => u.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        unit.HasOne<StaffMember>().WithMany().HasForeignKey(u => u.LiaisonId).OnDelete(DeleteBehavior.SetNull);
    }
}
