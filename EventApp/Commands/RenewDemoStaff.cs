using EventApp.Access;
using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;
using Shared.Meetings;

namespace EventApp.Commands;

/// <summary>Lets the sample's staff have joined, all with one new PIN, so that a desk can be handed over.</summary>
sealed class RenewDemoStaff(CreateAccount create, EventDb db)
{
    public async Task<string> RunAsync(int meetingId)
    {
        var pin = Pin.New();
        var hash = Pin.Hash(pin);
        await using var transaction = await db.Database.BeginTransactionAsync();
        foreach (var person in await db.Staff().Where(s => s.MeetingId == meetingId && !s.Left).ToListAsync())
        {
            person.UserId ??= await create.JoinAsync(new($"staff-{person.Id}", person.Nickname ?? person.Name, [new(Roles.Desk, meetingId)]));
            await db.SaveChangesAsync();
            var account = db.Accounts().Where(a => a.UserId == person.UserId);
            await account.SetPinAsync(hash);
            await account.ExecuteUpdateAsync(set => set.SetProperty(a => a.DisabledAt, (DateTime?)null));
        }
        await transaction.CommitAsync();
        return pin;
    }
}
