using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using EventApp.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shared.Access;
using Shared.CheckIn;
using Shared.Data;
using Shared.Meetings;
using Shared.Registration;
using Shared.Seating;
using Shared.Seating.Scenes;

namespace EventApp.Tests.CheckIn;

/// <summary>The running program with a meeting whose report-in is open, spoken to over HTTP as a station does.</summary>
sealed class ApiHall : IAsyncDisposable
{
    static readonly string[] Unlimited = ["Limits:StationPerSecond=100000", "Limits:StationBurst=100000", "Limits:AddressPerSecond=100000", "Limits:SearchPerSecond=100000", "Limits:PairingPerMinute=1000"];

    public RunningApp App { get; }
    public Meeting Meeting { get; }
    public StaffMember Liaison { get; }
    public Unit Unit { get; }
    public Checkpoint ReportIn { get; }

    /// <param name="settings">Key=value, over those of appsettings.json.</param>
    public ApiHall(bool limited = false, params string[] settings)
    {
        App = new RunningApp([.. limited ? [] : Unlimited, .. settings]);
        Meeting = Add(new Meeting { Year = 2026, Name = "金属新材料年会", LegalBody = "联盟秘书处", FirstDay = new(2026, 11, 23), LastDay = new(2026, 11, 24) });
        Liaison = Add(new StaffMember { MeetingId = Meeting.Id, Name = "宋小松", Nickname = "小松" });
        Unit = Add(new Unit
        {
            MeetingId = Meeting.Id, ListNo = 1, CouncilRank = CouncilRank.Member, LiaisonId = Liaison.Id,
            Organisation = new Organisation { FullName = "重型铸造有限责任公司", ShortName = "重型铸造", Kind = OrganisationKind.Enterprise },
        });
        ReportIn = AddCheckpoint("报到", CheckpointKind.ReportIn);
    }

    /// <summary>The meeting's first hall, with a row of seats and a table, and its first stage.</summary>
    public void AddHall()
    {
        var hall = Add(new Hall
        {
            MeetingId = Meeting.Id, Name = "主会场",
            Zones =
            [
                new() { Name = "池座", Position = 1, Rows = 1, PerRow = 2, Seats = [new() { Row = 1, Column = 1, Number = 1 }, new() { Row = 1, Column = 2, Number = 2 }] },
                new() { Name = "圆桌", Position = 2, Kind = ZoneKind.Tables, Rows = 1, PerRow = 2, Seats = [new() { Row = 1, Column = 1, Number = 1 }, new() { Row = 1, Column = 2, Number = 2 }] },
            ],
        });
        Add(new SeatPlan { HallId = hall.Id, Name = "", IsCurrent = true, MadeAt = DateTime.UtcNow, MadeBy = "小松" });
        Add(new Scene { MeetingId = Meeting.Id, Name = "主席台", Kind = SceneKind.Presidium });
    }

    public T Add<T>(T row) where T : class
    {
        using var db = App.Get<IDbContextFactory<EventDb>>().CreateDbContext();
        db.Add(row);
        db.SaveChanges();
        return row;
    }

    public T Read<T>(Func<EventDb, T> read)
    {
        using var db = App.Get<IDbContextFactory<EventDb>>().CreateDbContext();
        return read(db);
    }

    public Checkpoint AddCheckpoint(string name, CheckpointKind kind = CheckpointKind.Session, params string[] items) => Add(new Checkpoint
    {
        MeetingId = Meeting.Id, Name = name, Kind = kind, OpensAt = DateTime.UtcNow.AddHours(-1), ClosesAt = DateTime.UtcNow.AddHours(8),
        Items = [.. items.Select((item, position) => new HandoutItem { Name = item, Position = position })],
    });

    public Attendee AddPerson(string name, Action<Attendee>? change = null)
    {
        using var db = App.Get<IDbContextFactory<EventDb>>().CreateDbContext();
        var person = new Attendee { MeetingId = Meeting.Id, UnitId = Unit.Id, Name = name, ListNo = db.Attendees().Count() + 1 };
        change?.Invoke(person);
        db.Add(person);
        db.SaveChanges();
        AttendeeIndex.RenewAsync(db, person).GetAwaiter().GetResult();
        db.SaveChanges();
        return person;
    }

    public void Change(Attendee person, Action<Attendee> change)
    {
        using var db = App.Get<IDbContextFactory<EventDb>>().CreateDbContext();
        change(db.Attendees().Single(a => a.Id == person.Id));
        db.SaveChanges();
    }

    /// <summary>The code of a new badge; without a person it is a spare.</summary>
    public string AddBadge(Attendee? person = null)
    {
        var secret = RandomNumberGenerator.GetBytes(Badge.IdBytes);
        var code = App.Get<BadgeKey>().Code(secret);
        Add(new Badge { MeetingId = Meeting.Id, AttendeeId = person?.Id, Secret = secret, CodeHash = BadgeKey.Hash(code), Number = $"A{Read(db => db.Badges().Count()) + 1:000}" });
        return code;
    }

    /// <summary>An account as it is after joining: no password, this PIN.</summary>
    public async Task SetPinAsync(StaffMember person, string pin, params string[] roles)
    {
        await using var scope = App.Services.CreateAsyncScope();
        var id = await scope.ServiceProvider.GetRequiredService<CreateAccount>().JoinAsync(new($"staff-{person.Id}", person.Nickname ?? person.Name, [.. roles.Select(role => new Grant(role, Meeting.Id))]));
        await using var db = await App.Get<IDbContextFactory<EventDb>>().CreateDbContextAsync();
        await db.Accounts().Where(a => a.UserId == id).ExecuteUpdateAsync(set => set.SetProperty(a => a.PinHash, Pin.Hash(pin)));
        await db.Staff().Where(s => s.Id == person.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.UserId, id));
    }

    /// <summary>A client that bears the token of a new station.</summary>
    public HttpClient AddStation(string name, StationKind kind = StationKind.Desk, Action<Station>? change = null)
    {
        var token = StationToken.New();
        var station = new Station { MeetingId = Meeting.Id, Name = name, Kind = kind, OperatorId = kind == StationKind.Kiosk ? null : Liaison.Id, TokenHash = StationToken.Hash(token), EnrolledAt = DateTime.UtcNow.AddHours(-2) };
        change?.Invoke(station);
        Add(station);
        return Bearing(token);
    }

    public HttpClient Bearing(string token)
    {
        var client = App.Anonymous();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    public object Ask(string code, Checkpoint? at = null) => new { code, checkpointId = (at ?? ReportIn).Id, nonce = Guid.NewGuid() };

    public async ValueTask DisposeAsync() => await App.DisposeAsync();
}

static class ApiClient
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    /// <summary>Status and body of a call.</summary>
    public static async Task<(int Status, JsonElement Body)> CallAsync(this HttpClient client, string path, object? body = null)
    {
        using var answer = body is null ? await client.GetAsync("/api/v1/" + path, Stop) : await client.PostAsJsonAsync("/api/v1/" + path, body, Stop);
        var text = await answer.Content.ReadAsStringAsync(Stop);
        return ((int)answer.StatusCode, text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text));
    }

    public static string? Text(this JsonElement element, string name) => element.GetProperty(name).GetString();
}
