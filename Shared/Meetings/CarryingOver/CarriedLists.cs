using Microsoft.EntityFrameworkCore;
using Shared.Data;

namespace Shared.Meetings.CarryingOver;

/// <summary>The staff who have not left, told apart by name and number.</summary>
sealed class CarriedStaff : ICarriedOver
{
    public string Word => "staff";
    public int Order => 10;

    public Task<int> CountAsync(EventDb db, Meeting from, CancellationToken stop) => db.Staff().CountAsync(s => s.MeetingId == from.Id && !s.Left, stop);

    public async Task<CarriedCount> CopyAsync(EventDb db, Meeting from, Meeting to, CancellationToken stop)
    {
        var there = (await db.Staff().Where(s => s.MeetingId == to.Id).Select(s => new { s.Name, s.Phone }).ToListAsync(stop)).ToHashSet();
        var old = await db.Staff().AsNoTracking().Where(s => s.MeetingId == from.Id && !s.Left).OrderBy(s => s.Id).ToListAsync(stop);
        var made = old.Where(s => there.Add(new { s.Name, s.Phone })).Select(s => new StaffMember { MeetingId = to.Id, Name = s.Name, Nickname = s.Nickname, Phone = s.Phone, Task = s.Task }).ToList();
        db.AddRange(made);
        await db.SaveChangesAsync(stop);
        return made.Count;
    }
}

/// <summary>The bodies that took part, in the order of their list, with the rank they had. Who has left the alliance since stays behind.</summary>
sealed class CarriedUnits : ICarriedOver
{
    public string Word => "units";
    public int Order => 20;

    public Task<int> CountAsync(EventDb db, Meeting from, CancellationToken stop) => db.Units().CountAsync(u => u.MeetingId == from.Id && u.LeftOn == null, stop);

    public async Task<CarriedCount> CopyAsync(EventDb db, Meeting from, Meeting to, CancellationToken stop)
    {
        var there = await db.Units().Where(u => u.MeetingId == to.Id).ToDictionaryAsync(u => u.OrganisationId, u => u.ListNo, stop);
        var last = there.Values.DefaultIfEmpty().Max();
        var old = await db.Units().AsNoTracking().Where(u => u.MeetingId == from.Id && u.LeftOn == null).OrderBy(u => u.ListNo).ThenBy(u => u.Id).ToListAsync(stop);
        var made = old.Where(u => !there.ContainsKey(u.OrganisationId))
            .Select(u => new Unit { MeetingId = to.Id, OrganisationId = u.OrganisationId, CouncilRank = u.CouncilRank, Basis = u.Basis, JoinedOn = u.JoinedOn, ListNo = ++last }).ToList();
        db.AddRange(made);
        await db.SaveChangesAsync(stop);
        return made.Count;
    }
}

/// <summary>Who answers for which unit, where both were taken over and the unit has nobody yet.</summary>
sealed class CarriedLiaisons : ICarriedOver
{
    public string Word => "liaisons";
    public int Order => 30;

    public Task<int> CountAsync(EventDb db, Meeting from, CancellationToken stop) => db.Units().CountAsync(u => u.MeetingId == from.Id && u.LiaisonId != null && u.LeftOn == null, stop);

    public async Task<CarriedCount> CopyAsync(EventDb db, Meeting from, Meeting to, CancellationToken stop)
    {
        var staff = db.Staff();
        var now = (await staff.Where(s => s.MeetingId == to.Id && !s.Left).OrderBy(s => s.Id).ToListAsync(stop)).DistinctBy(s => (s.Name, s.Phone)).ToDictionary(s => (s.Name, s.Phone), s => s.Id);
        var old = await db.Units().Where(u => u.MeetingId == from.Id).Join(staff, u => u.LiaisonId, s => s.Id, (u, s) => new { u.OrganisationId, s.Name, s.Phone })
            .ToDictionaryAsync(u => u.OrganisationId, u => (u.Name, u.Phone), stop);
        var given = 0;
        foreach (var unit in await db.Units().Where(u => u.MeetingId == to.Id && u.LiaisonId == null).ToListAsync(stop))
            if (old.TryGetValue(unit.OrganisationId, out var who) && now.TryGetValue(who, out var id))
                (unit.LiaisonId, given) = (id, given + 1);
        await db.SaveChangesAsync(stop);
        return given;
    }
}

/// <summary>The responsible body, the privacy notice and the English name, where nothing stands yet; the year in them becomes the new one.</summary>
sealed class CarriedTexts : ICarriedOver
{
    public string Word => "texts";
    public int Order => 40;

    public Task<int> CountAsync(EventDb db, Meeting from, CancellationToken stop) => Task.FromResult(Of(from).Count(text => text is not null));

    public async Task<CarriedCount> CopyAsync(EventDb db, Meeting from, Meeting to, CancellationToken stop)
    {
        var before = Of(to).Count(text => text is not null);
        to.LegalBody ??= from.LegalBody;
        to.PrivacyNotice ??= Renewed(from.PrivacyNotice?.Replace(from.Name, to.Name, StringComparison.Ordinal), from, to, Meeting.NoticeLength);
        to.NameEn ??= Renewed(from.NameEn, from, to, Meeting.NameLength);
        await db.SaveChangesAsync(stop);
        return Of(to).Count(text => text is not null) - before;
    }

    static string?[] Of(Meeting meeting) => [meeting.LegalBody, meeting.PrivacyNotice, meeting.NameEn];

    static string? Renewed(string? text, Meeting from, Meeting to, int most) =>
        text is not null && CarriedWords.Year(text, from.Year, to.Year) is var renewed && renewed.Length <= most ? renewed : null;
}
