using System.Globalization;
using System.Security.Cryptography;
using EventApp.Access;
using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.Data;
using Shared.Meetings;

namespace EventApp.Commands;

/// <summary>Lets the sample's staff have joined, all with one new PIN, so that a desk can be handed over.</summary>
sealed class RenewDemoStaff(CreateAccount create, EventDb db)
{
    const int PinBelow = 1_000_000;

    public async Task<string> RunAsync(int meetingId)
    {
        var pin = NewPin();
        var hash = Pin.Hash(pin);
        await using var transaction = await db.Database.BeginTransactionAsync();
        foreach (var person in await db.Staff().Where(s => s.MeetingId == meetingId && !s.Left).ToListAsync())
        {
            person.UserId ??= await create.JoinAsync(new($"staff-{person.Id}", person.Nickname ?? person.Name, [new(Roles.Desk, meetingId)]));
            await db.SaveChangesAsync();
            await db.Accounts().Where(a => a.UserId == person.UserId).ExecuteUpdateAsync(set => set
                .SetProperty(a => a.PinHash, hash).SetProperty(a => a.PinTries, 0).SetProperty(a => a.PinLockedUntil, (DateTime?)null).SetProperty(a => a.DisabledAt, (DateTime?)null));
        }
        await transaction.CommitAsync();
        return pin;
    }

    static string NewPin()
    {
        while (true)
            if (RandomNumberGenerator.GetInt32(PinBelow).ToString("D6", CultureInfo.InvariantCulture) is var pin && !Pin.IsGuessable(pin, null)) return pin;
    }
}
