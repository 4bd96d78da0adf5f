using System.Collections.Frozen;

namespace Shared.Privacy;

/// <summary>What a column of text or bytes holds, and so what erasing one person does to it.</summary>
public enum FieldClass
{
    /// <summary>Who somebody is or what they said of themselves: goes with the person.</summary>
    Person = 1,

    /// <summary>Typed freely, so it may name anybody: the person's own goes, in what is others' name and number are overwritten.</summary>
    FreeText,

    /// <summary>Opens something, or is made of a secret: worth nothing once its row is gone or revoked.</summary>
    Secret,

    /// <summary>Words by which a person is sorted and found, hashes of what was shown of them: goes with the person.</summary>
    Derived,

    /// <summary>Who of the staff did something: stays, for decisions must be answerable.</summary>
    Operator,

    /// <summary>Details of the audit trail: blanked where they tell of the person.</summary>
    Trail,

    /// <summary>Words of the program, settings, names of bodies and things: of no participant.</summary>
    Thing,
}

/// <summary>Every column of text or bytes by what it holds. A column that stands in no list fails a test, so that none is added without a thought for erasing it.</summary>
public static class FieldClasses
{
    static readonly (FieldClass Class, string Columns)[] Lists =
    [
        (FieldClass.Person, """
            Attendee.ContactPhone Attendee.Department Attendee.Name Attendee.Phone Attendee.Post Journey.ServiceAlias Journey.ServiceNo Journey.Terminal PendingChange.Fields Reply.ContactName Reply.ContactPhone Consent.Source
            """),
        (FieldClass.FreeText, """
            Attendee.Lodging Attendee.Remark Attendee.StateReason AttendeeNote.Text Badge.RevokedReason Diet.Note HandoutGiven.CollectedBy Printout.Reason ProofReading.By ProofReading.EnteredBy
            Reply.Achievement Reply.DeclineReason Reply.InvoiceTitle Reply.Need Reply.OverQuotaReason Reply.WantsToMeet ReplyChange.After ReplyChange.Before ReplyChange.Editor ReplyChange.PersonName ReplyChange.Reason
            ReplyDraft.Editor ReplyDraft.Text ReplyFile.Name ReplyRules.Extra RosterImport.FileName Scan.OverrideReason ScenePlace.Name ScenePlace.Unit Stay.Roommate Vehicle.Remark
            """),
        (FieldClass.Secret, """
            Account.PinHash Account.UsedCodes AttendeeLink.Nonce Badge.CodeHash Badge.Secret DeskWork.Content DeskWork.Nonce DisplayLink.TokenHash DriverLink.Nonce HandoutGiven.Nonce JoinInvitation.Nonce JoinRequest.KeyHash JoinRequest.PinHash Reply.Nonce Scan.Content Scan.Nonce Scan.UnknownCode Session.KeyHash Session.Ticket
            Station.PairingHash Station.PinHash Station.TokenHash
            """),
        (FieldClass.Derived, "Attendee.NameStrokeKey Attendee.PinyinKey Attendee.SurnameStrokeKey AttendeeGram.Gram PrintoutItem.Fingerprint ProofReading.Shown"),
        (FieldClass.Operator, """
            Account.DisplayName AttendeeNote.WrittenBy DisplayLink.MadeBy HandoutGiven.GivenBy JoinRequest.Device Printout.PrintedBy ReplyChange.DecidedBy ReplyFile.TakenBy RetentionRun.RunBy SeatPlan.MadeBy SeatStep.By RosterImport.ImportedBy Scan.EnteredBy Scene.CardsOutBy Scene.ConfirmedBy Session.Device
            StaffMember.Name StaffMember.Nickname StaffMember.Phone StaffMember.Task TwoPeople.SaidBy Vehicle.Driver Vehicle.DriverPhone ReplyRules.ContactName ReplyRules.ContactPhone AuditEntry.Who
            """),
        (FieldClass.Trail, "AuditDetail.Details AuditDetail.Salt AuditEntry.DetailsHash AuditEntry.Hash"),
        (FieldClass.Thing, """
            Account.UserId AuditEntry.SubjectId AuditEntry.What Badge.Number Checkpoint.Name Checkpoint.NameEn Choice.Name Choice.UserId Choice.Value DisplayLink.Name Hall.Name HandoutItem.Name Meeting.LegalBody Meeting.Name Meeting.NameEn
            Meeting.PrivacyNotice Meeting.TimeZone Meeting.Venue Organisation.FullName Organisation.Region Organisation.ShortName OrganisationAlias.Name Printout.Kind PrintoutItem.Subject RememberedColumn.Field RememberedColumn.Header
            Reply.TaxNumber ReplyChange.Field ReplyChange.Person ReplyDraft.Field ReplyDraft.Person ReplyFile.Hash ReplyPerson.Key RetentionRun.Kind RosterImport.FileHash RosterImport.Made Scene.Name Session.UserId StaffMember.UserId Station.Name
            SeatPlan.Name Vehicle.Model Vehicle.PlateNo Zone.Aisles Zone.Name
            """),
    ];

    /// <summary>The framework's own tables of accounts: who signs in is staff.</summary>
    public const string AccountTables = "AspNet";

    static readonly FrozenDictionary<string, FieldClass> ByColumn = Lists.SelectMany(list => list.Columns.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(column => (column, list.Class))).ToFrozenDictionary(one => one.column, one => one.Class);

    public static IReadOnlyCollection<string> Columns => ByColumn.Keys;

    /// <summary>Null where nobody has thought of the column yet.</summary>
    public static FieldClass? Of(string table, string column) =>
        table.StartsWith(AccountTables, StringComparison.Ordinal) ? FieldClass.Operator : ByColumn.TryGetValue($"{table}.{column}", out var found) ? found : null;
}
