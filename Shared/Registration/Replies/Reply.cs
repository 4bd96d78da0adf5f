using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shared.Meetings;

namespace Shared.Registration.Replies;

/// <summary>What one unit answers to the meeting's notice (回执), and the secret link under which it does.</summary>
public sealed class Reply
{
    public const int TextLength = 200;
    public const int NameLength = Attendee.NameLength;
    public const int PhoneLength = Attendee.PhoneLength;
    public const int MostPortions = 50;

    /// <summary>统一社会信用代码 has 18 characters; older numbers 15 to 20.</summary>
    public const int TaxNumberLength = 20;

    public int Id { get; set; }
    public int MeetingId { get; set; }
    public int UnitId { get; set; }
    public Unit? Unit { get; set; }

    /// <summary>From it and the key beside the database the link's token is made; another nonce ends the old link.</summary>
    public required byte[] Nonce { get; set; }
    public DateTime MadeAt { get; set; }
    public DateTime? EndedAt { get; set; }

    /// <summary>When the invitation was first copied to be sent.</summary>
    public DateTime? SentAt { get; set; }
    public DateTime? OpenedAt { get; set; }

    /// <summary>When something was last typed or came in by a file.</summary>
    public DateTime? FilledAt { get; set; }
    public DateTime? RepliedAt { get; set; }
    public DateTime? DeclinedAt { get; set; }
    public string? DeclineReason { get; set; }
    public DateTime? ChasedAt { get; set; }

    /// <summary>Who answers for the unit until the meeting.</summary>
    public string? ContactName { get; set; }
    public string? ContactPhone { get; set; }

    /// <summary>When an organiser last made sure that this is still whom the unit names.</summary>
    public DateTime? ContactConfirmedAt { get; set; }

    /// <summary>When the unit said that its people know what happens to their data.</summary>
    public DateTime? InformedAt { get; set; }

    /// <summary>Portions, without names: a clerk cannot agree for a colleague that a belief is recorded.</summary>
    public int? HalalPortions { get; set; }
    public int? VegetarianPortions { get; set; }
    public string? Need { get; set; }
    public string? Achievement { get; set; }
    public string? WantsToMeet { get; set; }

    /// <summary>发票抬头 and 税号; asked only where the meeting takes a fee.</summary>
    public string? InvoiceTitle { get; set; }
    public string? TaxNumber { get; set; }

    /// <summary>Why more come than the council rank gives places.</summary>
    public string? OverQuotaReason { get; set; }

    /// <summary>Rises with all that is typed into the form, sent from it or decided of it.</summary>
    public int Version { get; set; }
}

/// <summary>One answer as it stands in the form and not yet in the list: typed and not sent, or sent after the deadline and not accepted.</summary>
public sealed class ReplyDraft
{
    public const int TextLength = 500;
    public const int PersonLength = 24;
    public const int FieldLength = 24;
    public const int EditorLength = 40;

    public int ReplyId { get; set; }

    /// <summary>Empty for what concerns the unit; <c>a17</c> for a registered person, <c>n</c> and what the browser drew for a new one.</summary>
    public required string Person { get; set; }
    public required string Field { get; set; }
    public required string Text { get; set; }
    public required string Editor { get; set; }
    public DateTime TypedAt { get; set; }
}

/// <summary>Which registered person a new card of the form became.</summary>
public sealed class ReplyPerson
{
    public int ReplyId { get; set; }
    public required string Key { get; set; }
    public int AttendeeId { get; set; }
}

sealed class ReplyMapping : IEntityTypeConfiguration<Reply>
{
    public void Configure(EntityTypeBuilder<Reply> reply)
    {
        reply.HasIndex(r => r.UnitId).IsUnique();
        reply.HasIndex(r => r.MeetingId);
        reply.HasOne<Meeting>().WithMany().HasForeignKey(r => r.MeetingId).OnDelete(DeleteBehavior.Cascade);
        reply.HasOne(r => r.Unit).WithMany().HasForeignKey(r => r.UnitId).OnDelete(DeleteBehavior.Cascade);
        reply.Property(r => r.ContactName).HasMaxLength(Reply.NameLength);
        reply.Property(r => r.ContactPhone).HasMaxLength(Reply.PhoneLength);
        foreach (var text in (string[])[nameof(Reply.DeclineReason), nameof(Reply.Need), nameof(Reply.Achievement), nameof(Reply.WantsToMeet), nameof(Reply.OverQuotaReason), nameof(Reply.InvoiceTitle)])
            reply.Property<string?>(text).HasMaxLength(Reply.TextLength);
        reply.Property(r => r.TaxNumber).HasMaxLength(Reply.TaxNumberLength);
    }
}

sealed class ReplyDraftMapping : IEntityTypeConfiguration<ReplyDraft>
{
    public void Configure(EntityTypeBuilder<ReplyDraft> draft)
    {
        draft.HasKey(d => new { d.ReplyId, d.Person, d.Field });
        draft.HasOne<Reply>().WithMany().HasForeignKey(d => d.ReplyId).OnDelete(DeleteBehavior.Cascade);
        draft.Property(d => d.Person).HasMaxLength(ReplyDraft.PersonLength);
        draft.Property(d => d.Field).HasMaxLength(ReplyDraft.FieldLength);
        draft.Property(d => d.Text).HasMaxLength(ReplyDraft.TextLength);
        draft.Property(d => d.Editor).HasMaxLength(ReplyDraft.EditorLength);
    }
}

sealed class ReplyPersonMapping : IEntityTypeConfiguration<ReplyPerson>
{
    public void Configure(EntityTypeBuilder<ReplyPerson> person)
    {
        person.HasKey(p => new { p.ReplyId, p.Key });
        person.HasOne<Reply>().WithMany().HasForeignKey(p => p.ReplyId).OnDelete(DeleteBehavior.Cascade);
        person.HasOne<Attendee>().WithMany().HasForeignKey(p => p.AttendeeId).OnDelete(DeleteBehavior.Cascade);
        person.Property(p => p.Key).HasMaxLength(ReplyDraft.PersonLength);
    }
}
