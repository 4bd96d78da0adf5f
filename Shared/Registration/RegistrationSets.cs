using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shared.Data;
using Shared.Live;
using Shared.Registration.Catering;
using Shared.Registration.Importing;
using Shared.Registration.Mending;
using Shared.Registration.Proofing;
using Shared.Registration.Replies;

namespace Shared.Registration;

public static class RegistrationSets
{
    public static DbSet<Attendee> Attendees(this EventDb db) => db.Set<Attendee>();
    public static DbSet<Diet> Diets(this EventDb db) => db.Set<Diet>();
    public static DbSet<RosterImport> RosterImports(this EventDb db) => db.Set<RosterImport>();
    public static DbSet<AttendeeGram> AttendeeGrams(this EventDb db) => db.Set<AttendeeGram>();
    public static DbSet<AttendeeNote> AttendeeNotes(this EventDb db) => db.Set<AttendeeNote>();
    public static DbSet<ProofReading> ProofReadings(this EventDb db) => db.Set<ProofReading>();
    public static DbSet<TwoPeople> TwoPeople(this EventDb db) => db.Set<TwoPeople>();
    public static DbSet<AttendeeLink> AttendeeLinks(this EventDb db) => db.Set<AttendeeLink>();

    /// <summary>Those of the meeting whose import is finished; every list, search and count starts here.</summary>
    public static IQueryable<Attendee> Listed(this IQueryable<Attendee> attendees, int meetingId) =>
        attendees.Where(a => a.MeetingId == meetingId && (a.ImportId == null || a.Import!.State == ImportState.Finished));

    /// <summary>Those of whom something may be written: listed, and not erased.</summary>
    public static IQueryable<Attendee> Known(this IQueryable<Attendee> attendees, int meetingId) => attendees.Listed(meetingId).Where(a => a.ErasedAt == null);

    /// <summary>Told after every committed change of who is registered and how.</summary>
    public static LiveTopic Roster(int meetingId) => new("roster", meetingId);

    /// <summary>How the audit trail names a person.</summary>
    public static string Subject(int attendeeId) => $"{SubjectStart}{attendeeId}";

    /// <summary>Whether the name in the trail is a person's of the list, by number, and not an operator's.</summary>
    public static bool IsSubject(string who) => who.StartsWith(SubjectStart, StringComparison.Ordinal);

    const string SubjectStart = "attendee:";

    public static IServiceCollection AddRegistration(this IServiceCollection services) => services
        .AddScoped<AttendeeList>().AddScoped<AttendeeExtract>().AddScoped<UnitRoll>().AddScoped<FormerPeople>().AddScoped<RosterChanges>().AddScoped<AttendeeCard>().AddScoped<SaveAttendee>().AddScoped<PlaceTaking>().AddScoped<SubstituteBeforehand>().AddScoped<ChangeAttendeeState>()
        .AddScoped<MakeAttendeeLinks>().AddScoped<RenewAttendeeLink>().AddScoped<EndAttendeeLink>().AddScoped<OpenAttendeeLink>().AddScoped<AnswerByLink>().AddScoped<AttendeeByLink>().AddScoped<OwnLinkCard>()
        .AddScoped<RevealPhone>().AddScoped<RecordConsent>().AddScoped<ConsentBoard>().AddScoped<WriteNote>().AddScoped<EditNote>()
        .AddSingleton<RunningImports>().AddScoped<KnownRoster>().AddScoped<ImportRoster>().AddScoped<TidyImports>()
        .AddScoped<ProofSheets>().AddScoped<PrintProof>().AddScoped<PrintedProof>().AddScoped<RecordProofReading>().AddScoped<TakeBackProofReading>().AddScoped<ConfirmProof>()
        .AddScoped<DietBoard>().AddScoped<StayBoard>().AddScoped<SaveDiet>().AddScoped<FindEater>()
        .AddScoped<Duplicates>().AddScoped<MergeAttendees>().AddScoped<TellApart>()
        .AddReplies();
}
