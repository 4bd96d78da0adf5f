using Shared.Data;
using Shared.Meetings;

namespace Shared.CheckIn;

/// <summary>Data of a meeting whose time is over; known above, told among the open matters.</summary>
public interface IDueData
{
    Task<int> CountAsync(EventDb db, MeetingView meeting, CancellationToken stop = default);
}
