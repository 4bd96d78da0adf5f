using Microsoft.EntityFrameworkCore;
using Shared.Access;
using Shared.CheckIn;
using Shared.CheckIn.Badges;
using Shared.Live;
using Shared.Meetings;
using Shared.Privacy;
using Shared.Registration;
using Shared.Registration.Catering;
using Shared.Registration.Importing;
using Shared.Registration.Mending;
using Shared.Registration.Proofing;
using Shared.Registration.Replies;
using Shared.Registration.Replies.Files;
using Shared.Seating.Scenes;
using Shared.Tests.Registration;

namespace Shared.Tests.Privacy;

/// <summary>One person of whom something stands in every place where something can, beside a colleague of whom all must stay.</summary>
sealed class PlantedPerson : IDisposable
{
    public const string Name = "诸葛䶮明", Phone = "15400001234", Contact = "15400005678", Post = "总工程师七", Department = "第九研究室", Remark = "膝盖不好走得慢", Note = "夫人生病要早走", DietNote = "花生过敏很重", Train = "G9907", Room = "松鹤楼0817";

    /// <summary>What must be nowhere afterwards.</summary>
    public static readonly string[] All = [Name, Phone, Contact, Post, Department, Remark, Note, DietNote, Train, Room, "154 0000 1234", "154****1234"];

    public Rosters Rosters { get; } = new();
    public LiveUpdates Live { get; } = new();
    public AuditTrail Audit { get; }
    public Attendee Person { get; }
    public Attendee Colleague { get; }
    public Checkpoint Door { get; }
    public MeetingView Meeting { get; }

    TestDatabase Database => Rosters.Database;
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public PlantedPerson()
    {
        Audit = new(Database, TimeProvider.System);
        Person = Rosters.Add(Name, change: a => (a.Phone, a.ContactPhone, a.Post, a.Department, a.Lodging, a.IsHead, a.Roles) = (Phone, Contact, Post, Department, Room, true, StageRoles.Speaks));
        Colleague = Rosters.Add("王刚", change: a => (a.Phone, a.ContactPhone, a.Remark) = ("15400009999", Phone, $"与{Name}同车，电话 154 0000 1234"));
        Door = new Checkpoint { MeetingId = Rosters.Meeting.Id, Name = "报到", Kind = CheckpointKind.ReportIn, Items = [new() { Name = "餐券" }] };
        Database.Add(Door);
        Meeting = new MeetingCalendar(Database).ReadAsync(2026).GetAwaiter().GetResult()!;
    }

    public CheckInTies Ties => new(new BadgeMint(new BadgeKey(Database.Data), TimeProvider.System, Live));
    public ErasePerson Erase => new(Database, Audit, Ties, Live);

    /// <summary>What the program's own commands write of somebody.</summary>
    public async Task WorkAsync()
    {
        var id = Rosters.Meeting.Id;
        var way = new TravelNote(TravelMode.Train, Train, "齐齐哈尔南", new(2026, 11, 22, 6, 0, 0), true);
        Assert.IsType<SaveAttendeeResult.Saved>(await new SaveAttendee(Database, Audit, Live, TimeProvider.System).RunAsync(id,
            new() { Id = Person.Id, Version = Person.Version, Name = Name, Unit = "重型铸造", Phone = Phone, ContactPhone = Contact, Post = Post, Department = Department, Lodging = Room, Remark = Remark, Arrival = way }, "小松", Stop));
        await new RecordConsent(Database, Audit, Live).RunAsync(id, Person.Id, ConsentPurpose.PublishedList, ConsentState.Yes, ConsentSource.Phone, "小松", Stop);
        Assert.Equal(SaveDietResult.Saved, await new SaveDiet(Database, Audit, Live).RunAsync(id, new(Person.Id, DietKind.Allergy, DietNote, true, ConsentSource.InPerson), "小食", Stop));
        await new WriteNote(Database, TimeProvider.System).RunAsync(id, Person.Id, Note, "小松", Stop);
        await new EditNote(Database, Audit, TimeProvider.System).RunAsync(id, Read(db => db.AttendeeNotes().Single().Id), Note + "，已安排", "小松", Stop);
        await new WriteNote(Database, TimeProvider.System).RunAsync(id, Colleague.Id, $"陪{Name}", "小松", Stop);
        await new TellApart(Database, Audit, Live).RunAsync(id, Person.Id, Colleague.Id, "小松", Stop);
        await new RevealPhone(Database, Audit).RunAsync(id, Person.Id, "小松", "call", Stop);
        await new RecordPrintout(Database, Audit, TimeProvider.System).RunAsync(new(id, "roster", "小松", $"给{Name}的名单"), [new("attendee", Person.Id, Fingerprint.Of(Name, Post))], Stop);
        var badge = new Badge { MeetingId = id, AttendeeId = Person.Id, Secret = new byte[16], CodeHash = [1], Number = "D001" };
        Database.Add(badge);
        var unit = (await new ProofSheets(Database).ReadAsync(id, Stop)).Single(one => one.UnitId == Rosters.Foundry.Id);
        Database.Add(new ProofReading { MeetingId = id, UnitId = Rosters.Foundry.Id, Round = ProofRound.First, By = Name, EnteredBy = "小松", Shown = unit.Read() });
    }

    /// <summary>Rows that a reply, an import and a door leave behind.</summary>
    public void Plant()
    {
        var (id, at) = (Rosters.Meeting.Id, DateTime.UtcNow);
        var reply = new Reply { MeetingId = id, UnitId = Rosters.Foundry.Id, Nonce = [1], ContactName = Name, ContactPhone = Phone, Need = $"找{Name}谈", MadeAt = at };
        var import = new RosterImport { MeetingId = id, FileName = $"{Name}发来.xlsx", FileHash = [2], ImportedBy = "小松", State = ImportState.Finished };
        Database.Add(reply, import);
        Database.Add(new PendingChange { ImportId = import.Id, AttendeeId = Person.Id, Fields = System.Text.Json.JsonSerializer.Serialize(new[] { new { Field = "remark", New = Remark } }) });
        Database.Add(new ReplyPerson { ReplyId = reply.Id, Key = "n5", AttendeeId = Person.Id });
        Database.Add(Draft(reply, $"a{Person.Id}", "remark", Remark), Draft(reply, "n5", "phone", Phone), Draft(reply, "", "contactName", Name), Draft(reply, $"a{Colleague.Id}", "roommate", Name));
        Database.Add(new ReplyChange { ReplyId = reply.Id, Person = "n5", PersonName = Name, Field = "post", Before = "", After = Post, Editor = Name, AskedAt = at });
        Database.Add(new ReplyFile { ReplyId = reply.Id, Name = $"回执-{Name}.xlsx", Hash = [3], TakenBy = "小松" });
        Database.Add(new Stay { AttendeeId = Colleague.Id, Roommate = Name }, new AttendeeLink { MeetingId = id, AttendeeId = Person.Id, Nonce = new byte[16], MadeAt = at });
        Database.Add(new Scan { MeetingId = id, CheckpointId = Door.Id, AttendeeId = Person.Id, Outcome = ScanOutcome.Welcome, Source = ScanSource.Badge, OverrideReason = Note, RecordedAt = at, OccurredAt = at },
            new Scan { MeetingId = id, CheckpointId = Door.Id, AttendeeId = Colleague.Id, Outcome = ScanOutcome.Welcome, Source = ScanSource.Badge, OverrideReason = $"{Name}作保", RecordedAt = at, OccurredAt = at });
        Database.Add(new Presence { CheckpointId = Door.Id, AttendeeId = Person.Id, Inside = true, FirstAt = at, LastAt = at });
        Database.Add(new HandoutGiven { AttendeeId = Person.Id, ItemId = Door.Items[0].Id, Count = 3, GivenAt = at, CollectedBy = "王刚" }, new HandoutGiven { AttendeeId = Colleague.Id, ItemId = Door.Items[0].Id, Count = 3, GivenAt = at, CollectedBy = Name });
        var stage = new Scene { MeetingId = id, Name = "主席台" };
        Database.Add(new ScenePlace { Scene = stage, AttendeeId = Person.Id, Rank = 1 }, new ScenePlace { Scene = stage, Name = $"{Name}的秘书", Unit = $"随{Name}", Rank = 2 });
        Rosters.Add("诸葛䶮明（重）", change: a => (a.Name, a.State, a.StateReason, a.Remark) = (Name, AttendeeState.Cancelled, MergeAttendees.ReasonOf(Person), Remark));
    }

    static ReplyDraft Draft(Reply reply, string person, string field, string text) => new() { ReplyId = reply.Id, Person = person, Field = field, Text = text, Editor = Name, TypedAt = DateTime.UtcNow };

    public T Read<T>(Func<Shared.Data.EventDb, T> read)
    {
        using var db = Database.CreateDbContext();
        return read(db);
    }

    public void Dispose() => Rosters.Dispose();
}
