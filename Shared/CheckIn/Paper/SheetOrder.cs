using Shared.Data;
using Shared.Registration;

namespace Shared.CheckIn.Paper;

static class SheetOrder
{
    /// <summary>
    /// The people of a checkpoint's sheet in list order: all who are expected there and all who came unplanned. A substitute stands for
    /// the one replaced; who cancelled after the list was frozen keeps the line, because the sheet may already lie on the desk.
    /// </summary>
    public static IQueryable<Attendee> OnSheet(this CheckpointScope scope, EventDb db) =>
        scope.Places(db).Where(p => p.Standing != Standing.NotCounted).Select(p => p.Holder).OrderBy(a => a.ListNo).ThenBy(a => a.Id);
}
