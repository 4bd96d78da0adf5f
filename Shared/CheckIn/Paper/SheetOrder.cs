using Microsoft.EntityFrameworkCore;
using Shared.Data;
using Shared.Meetings;
using Shared.Registration;

namespace Shared.CheckIn.Paper;

static class SheetOrder
{
    /// <summary>
    /// The people of a checkpoint's sheet in list order: all whom it admits. A substitute stands for the one replaced; who cancelled
    /// after the list was frozen keeps the line, because the sheet may already be on the desk.
    /// </summary>
    public static async Task<IQueryable<Attendee>?> PeopleOnSheetAsync(this EventDb db, int checkpointId, CancellationToken stop)
    {
        if (await db.Checkpoints().AsNoTracking().SingleOrDefaultAsync(c => c.Id == checkpointId, stop) is not { } checkpoint) return null;
        var frozenAt = await db.Meetings().Where(m => m.Id == checkpoint.MeetingId).Select(m => m.FrozenAt).SingleAsync(stop);
        var people = db.Attendees().Listed(checkpoint.MeetingId).Where(a => a.State != AttendeeState.Replaced
            && (a.State != AttendeeState.Cancelled || (frozenAt != null && a.StateChangedAt >= frozenAt)));
        if (checkpoint.Admits == Admission.Categories)
        {
            AttendeeCategory[] admitted = [.. Enum.GetValues<AttendeeCategory>().Where(c => (checkpoint.CategoryBits & Checkpoint.Bit(c)) != 0)];
            people = people.Where(a => admitted.Contains(a.Category));
        }
        if (checkpoint.Admits == Admission.List)
        {
            var guests = db.Set<CheckpointGuest>();
            people = people.Where(a => guests.Any(g => g.CheckpointId == checkpointId && g.AttendeeId == a.Id));
        }
        return people.OrderBy(a => a.ListNo).ThenBy(a => a.Id);
    }
}
