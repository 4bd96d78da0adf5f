using Microsoft.EntityFrameworkCore;
using Shared.Meetings;
using Shared.Registration;

namespace Shared.CheckIn.Paper;

/// <summary>One person on a paper list. No phone: a list lies open on a desk.</summary>
public sealed record PaperRow(int AttendeeId, int ListNo, string Name, string Unit, string? Post, AttendeeCategory Category, AttendeeState State, AttendeeSource Source)
{
    public const string Subject = "attendee";

    public ShownItem Shown() => new(Subject, AttendeeId, Fingerprint.Of($"{ListNo}", Name, Unit, Post, $"{Category}", $"{State}", $"{Source}"));
}

/// <summary>A checkpoint as a heading.</summary>
public sealed record PaperCheckpoint(int Id, string Name, string? NameEn, CheckpointKind Kind, DateTime OpensAt, DateTime ClosesAt)
{
    public const string Subject = "checkpoint";

    public ShownItem Shown() => new(Subject, Id, Fingerprint.Of(Name, NameEn, $"{OpensAt:O}", $"{ClosesAt:O}"));
}

static class PaperReading
{
    public static Task<List<PaperRow>> RowsAsync(this IQueryable<Attendee> people, CancellationToken stop) => people
        .Select(a => new PaperRow(a.Id, a.ListNo, a.Name, a.Unit!.Organisation!.FullName, a.Post, a.Category, a.State, a.Source)).ToListAsync(stop);

    public static IQueryable<PaperCheckpoint> Headings(this IQueryable<Checkpoint> checkpoints, int meetingId) => checkpoints
        .Where(c => c.MeetingId == meetingId && !c.Retired).OrderBy(c => c.OpensAt).ThenBy(c => c.Id)
        .Select(c => new PaperCheckpoint(c.Id, c.Name, c.NameEn, c.Kind, c.OpensAt, c.ClosesAt));
}
