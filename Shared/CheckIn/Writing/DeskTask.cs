using Shared.Data;
using Shared.Registration;

namespace Shared.CheckIn.Writing;

/// <summary>One piece of desk work: done once, answered as often as it is asked under the same nonce.</summary>
/// <param name="Do">Refuses before it writes anything; else the id of what it made or changed.</param>
sealed record DeskTask<T>(Guid Nonce, string Content, Func<DeskTurn, DeskResult<Subject>> Do, Func<DeskTurn, int, T> Answer) where T : class;

/// <summary>The id of the person or badge that a piece of desk work made or changed.</summary>
sealed record Subject(int Id);

/// <summary>What a piece of desk work uses: the writer's transaction, who asks, and a context on it.</summary>
sealed record DeskTurn(WriterTurn Turn, Caller Caller, EventDb Db)
{
    const string FindWork = "SELECT Content, SubjectId FROM DeskWork WHERE StationId = ?1 AND Nonce = ?2";

    public int MeetingId => Caller.MeetingId;
    public DateTime Now => Turn.Now;

    public static DeskResult<T> Run<T>(WriterTurn turn, BadgeKey key, in CallerAsk ask, DeskTask<T> task) where T : class
    {
        if (turn.Facts.Find(turn, ask) is not { StationId: not null } caller) return DeskRefusal.UnknownStation;
        using var db = turn.OpenDb();
        var (desk, content) = (new DeskTurn(turn, caller, db), key.Content(task.Content));
        if (desk.FindRepeat(task.Nonce) is { } repeat)
            return repeat.Content.AsSpan().SequenceEqual(content) ? task.Answer(desk, repeat.SubjectId) : DeskRefusal.NonceReused;
        if (caller.RefusesDeskWork is { } refused) return refused;
        var done = task.Do(desk);
        if (done.Refusal is { } refusal) return refusal;
        db.Add(new DeskWork { StationId = caller.StationId!.Value, Nonce = ScanCase.Bytes(task.Nonce)!, Content = content, SubjectId = done.Value!.Id, RecordedAt = turn.Now });
        db.SaveChanges();
        turn.Tell(RegistrationSets.Roster(caller.MeetingId));
        turn.Tell(CheckInSets.Arrivals(caller.MeetingId));
        return task.Answer(desk, done.Value.Id);
    }

    (byte[] Content, int SubjectId)? FindRepeat(Guid nonce)
    {
        var found = Turn[FindWork].Set(1, Caller.StationId).Set(2, ScanCase.Bytes(nonce));
        if (!found.Step()) return null;
        var repeat = (found.Bytes(0)!, found.Int(1));
        found.End();
        return repeat;
    }

    /// <summary>The listed person of this meeting, tracked.</summary>
    public Attendee? Find(int attendeeId) => Db.Attendees().Known(MeetingId).SingleOrDefault(a => a.Id == attendeeId);

    /// <summary>Saves a new person with what they are sorted and found by.</summary>
    public void Save(Attendee person)
    {
        AttendeeIndex.SetKeys(person);
        Db.Add(person);
        Db.SaveChanges();
        // The engine's asynchronous calls run on the calling thread.
        AttendeeIndex.RenewAsync(Db, person).GetAwaiter().GetResult();
        Db.SaveChanges();
    }

    /// <summary>The person as a verdict shows them.</summary>
    public ScannedPerson Show(int attendeeId) => BadgeHolder.Find(Turn, MeetingId, null, attendeeId)!.Person!;

    public void Audit(string what, int attendeeId, string? details) => Turn.Audit(Caller, what, RegistrationSets.Subject(attendeeId), details);
}
