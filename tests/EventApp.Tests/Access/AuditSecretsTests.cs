using EventApp.Access;
using EventApp.Tests.CheckIn;
using Microsoft.Extensions.DependencyInjection;
using Shared.Access;
using Shared.CheckIn;
using Shared.CheckIn.Badges;
using Shared.Dashboard;
using Shared.Registration;
using Shared.Registration.Replies;
using Shared.Shuttles;

namespace EventApp.Tests.Access;

/// <summary>What the program's own commands write into the trail holds no code, no token and no phone in full.</summary>
public sealed class AuditSecretsTests
{
    const string Phone = "15400001234", Contact = "15400005678", Typed = "15400009999", WalkIn = "15400004321", Substitute = "15400004322", Pin = "739281";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_code_token_or_phone_stands_in_any_entry()
    {
        await using var hall = new ApiHall();
        await using var scope = hall.App.Services.CreateAsyncScope();
        using var organiser = await hall.App.SignedInAsync("organiser", Roles.Organiser);
        List<string> secrets = [Phone, Contact, Typed, WalkIn, Substitute, Pin, RunningApp.Password];
        secrets.AddRange(await AtTheDeskAsync(hall));
        secrets.AddRange(await AtTheOfficeAsync(hall, scope.ServiceProvider));
        (await organiser.GetAsync("/2026/attendees/export?kind=csv", Stop)).EnsureSuccessStatusCode();
        (await organiser.GetAsync("/2026/audit/export?kind=csv", Stop)).EnsureSuccessStatusCode();
        var trail = hall.Read(db => db.AuditEntries().Select(e => new { e.What, Text = $"{e.Who} {e.What} {e.SubjectId} " + db.Set<AuditDetail>().Single(d => d.EntryId == e.Id).Details }).ToList());
        string[] done =
        [
            "sign-in", "walk-in-added", "attendee-replaced", "badge-bound", "check-in-undo", "check-in-override", "phone-revealed", "reply-links-made", "reply-link-renewed", "own-link-made", "own-link-renewed", "display-link-made",
            "station-pairing", "badge-reissued", "attendee-changed", "note-changed", "attendee-absent", "role-granted", "password-reset", "print", "export",
        ];
        Assert.Empty(done.Except(trail.Select(entry => entry.What)));
        Assert.True(secrets.Count > 15 && secrets.TrueForAll(secret => secret.Length >= 6));
        Assert.Empty(trail.Where(entry => secrets.Exists(secret => entry.Text.Replace("-", "").Replace(" ", "").Contains(secret.Replace("-", "").Replace(" ", ""), StringComparison.OrdinalIgnoreCase))).Select(entry => entry.Text));
    }

    [Theory]
    [InlineData(Phone, "签到台", RefusePhone.UserName), InlineData("desk 154 0000 1234", "签到台", RefusePhone.UserName), InlineData("desk", "签到台 +8615400001234", RefusePhone.DisplayName), InlineData("desk-2026", "签到台12345", null)]
    public async Task A_phone_is_nobodys_name(string user, string name, string? refusal)
    {
        await using var hall = new ApiHall();
        await using var scope = hall.App.Services.CreateAsyncScope();
        var made = await scope.ServiceProvider.GetRequiredService<IssueAccount>().RunAsync(new AccountOrder(user, name, [new(Roles.Desk, hall.Meeting.Id)]), By);
        Assert.Equal((refusal, refusal is null), (made.Refusal, hall.Read(db => db.Users.Any())));
    }

    [Fact]
    public async Task A_phone_that_somebody_bears_for_a_name_is_masked_in_the_trail()
    {
        await using var hall = new ApiHall();
        await using var scope = hall.App.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AuditTrail>().AddAsync($"小松{Phone}", "export", meetingId: hall.Meeting.Id, stop: Stop);
        Assert.Equal("小松154****1234", hall.Read(db => db.AuditEntries().Single().Who));
        Assert.Null((await scope.ServiceProvider.GetRequiredService<AuditChain>().ReadAsync(stop: Stop)).Broken);
    }

    static System.Security.Claims.ClaimsPrincipal By => new(new System.Security.Claims.ClaimsIdentity([new Grant(Roles.Organiser).ToClaim()], "test"));

    static async Task<IEnumerable<string>> AtTheDeskAsync(ApiHall hall)
    {
        using var desk = hall.AddStation("2号台");
        var closed = hall.AddCheckpoint("晚宴");
        var (person, spare, second, scanned) = (hall.AddPerson("王刚", a => (a.Phone, a.ContactPhone) = (Phone, Contact)), hall.AddBadge(), hall.AddBadge(), hall.AddBadge(hall.AddPerson("李娜", a => a.State = AttendeeState.Confirmed)));
        var (_, walkIn) = await desk.CallAsync("attendees/walk-in", new { name = "赵云", unit = "来宾公司", phone = WalkIn, category = "guest", consent = true, nonce = Guid.NewGuid() });
        await desk.CallAsync($"attendees/{walkIn.GetProperty("attendee").GetProperty("id").GetInt32()}/badge", new { code = spare, nonce = Guid.NewGuid() });
        await desk.CallAsync($"attendees/{person.Id}/substitute", new { name = "马超", post = "主任", phone = Substitute, code = second, nonce = Guid.NewGuid() });
        using (var db = hall.App.Get<Microsoft.EntityFrameworkCore.IDbContextFactory<Shared.Data.EventDb>>().CreateDbContext())
        {
            db.Checkpoints().Single(c => c.Id == closed.Id).Admits = Admission.List;
            db.SaveChanges();
        }
        var (status, scan) = await desk.CallAsync("check-ins", new { code = scanned, checkpointId = closed.Id, nonce = Guid.NewGuid(), @override = $"领导{Typed}同意" });
        Assert.Equal((200, "Welcome"), (status, scan.Text("outcome")));
        await desk.CallAsync($"check-ins/{scan.GetProperty("scanId").GetInt64()}/undo", new { nonce = Guid.NewGuid(), reason = $"打 {Typed} 问过" });
        return [spare, second, scanned, desk.DefaultRequestHeaders.Authorization!.Parameter!];
    }

    static async Task<IEnumerable<string>> AtTheOfficeAsync(ApiHall hall, IServiceProvider services)
    {
        var (id, by, secrets) = (hall.Meeting.Id, "小松", new List<string>());
        var person = hall.AddPerson("钱多", a => (a.Phone, a.ContactPhone) = (Phone, Contact));
        hall.AddBadge(person);
        Assert.Equal(Phone, (await services.GetRequiredService<RevealPhone>().RunAsync(id, person.Id, by, "call", Stop))!.Phone);
        secrets.AddRange((await services.GetRequiredService<InviteUnits>().RunAsync(id, [hall.Unit.Id], true, by, Stop)).Select(link => link.Token));
        secrets.Add((await services.GetRequiredService<RenewReplyLink>().RunAsync(id, hall.Read(db => db.Replies().Single().Id), by, Stop))!.Token);
        secrets.AddRange((await services.GetRequiredService<MakeAttendeeLinks>().RunAsync(id, [person.Id], by, Stop)).Select(link => link.Token));
        secrets.Add((await services.GetRequiredService<RenewAttendeeLink>().RunAsync(id, person.Id, by, Stop))!.Token);
        var vehicle = hall.Add(new Vehicle { MeetingId = id, Model = "商务车", Seats = 7 });
        secrets.Add((await services.GetRequiredService<MakeDriverLink>().RunAsync(id, vehicle.Id, by, Stop))!.Token);
        secrets.Add((await services.GetRequiredService<RenewDriverLink>().RunAsync(id, vehicle.Id, by, Stop))!.Token);
        secrets.Add(((MakeDisplayLinkResult.Made)await services.GetRequiredService<MakeDisplayLink>().RunAsync(id, "大厅", null, by, Stop)).Token);
        var pairing = await services.GetRequiredService<OpenPairing>().RunAsync(id, new() { Name = "自助机", Kind = StationKind.Kiosk, Pin = Pin }, by, Stop);
        secrets.AddRange([pairing.Code, (await services.GetRequiredService<EnrolStation>().RunAsync(pairing.Code, Stop))!.Token]);
        await services.GetRequiredService<ReissueBadge>().RunAsync(id, person.Id, $"遗失，电话{Typed}", by, Stop);
        await services.GetRequiredService<SaveAttendee>().RunAsync(id, new() { Id = person.Id, Version = person.Version, Name = person.Name, Unit = "重型铸造", Phone = Typed, ContactPhone = Contact, Remark = $"秘书电话{Typed}" }, by, Stop);
        await services.GetRequiredService<WriteNote>().RunAsync(id, person.Id, $"回电 {Typed}", by, Stop);
        await services.GetRequiredService<EditNote>().RunAsync(id, hall.Read(db => db.AttendeeNotes().Single().Id), $"已回电 {Typed[..3]} {Typed[3..7]} {Typed[7..]}", by, Stop);
        await services.GetRequiredService<ChangeAttendeeState>().RunAsync(id, person.Id, StateChange.NoteAbsence, $"打{Typed}说不来", by, evenIfArrived: true, stop: Stop);
        return [.. secrets, .. await AccountsAsync(hall, services.GetRequiredService<IssueAccount>())];
    }

    static async Task<IEnumerable<string>> AccountsAsync(ApiHall hall, IssueAccount issue)
    {
        var made = await issue.RunAsync(new AccountOrder("desk1", "签到台", [new(Roles.Desk, hall.Meeting.Id)]), By);
        var user = hall.Read(db => db.Users.Single(u => u.UserName == "desk1").Id);
        return [made.Password!, (await issue.RunAsync(user, By))!];
    }
}
