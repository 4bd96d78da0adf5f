using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shared.Data;
using Shared.Live;
using Shared.Meetings.CarryingOver;
using Shared.Meetings.Importing;
using Shared.Meetings.Joining;

namespace Shared.Meetings;

public static class MeetingsSets
{
    public static DbSet<Meeting> Meetings(this EventDb db) => db.Set<Meeting>();
    public static DbSet<Organisation> Organisations(this EventDb db) => db.Set<Organisation>();
    public static DbSet<Unit> Units(this EventDb db) => db.Set<Unit>();
    public static DbSet<StaffMember> Staff(this EventDb db) => db.Set<StaffMember>();
    public static DbSet<Printout> Printouts(this EventDb db) => db.Set<Printout>();

    /// <summary>Told after every committed change of bodies, units and staff.</summary>
    public static LiveTopic Bodies(int meetingId) => new("bodies", meetingId);

    /// <summary>Told when a phone asks to join, and when it is answered.</summary>
    public static LiveTopic Joining(int meetingId) => new("joining", meetingId);

    public static IServiceCollection AddMeetings(this IServiceCollection services) => services
        .AddScoped<RecordPrintout>().AddScoped<StalePrints>().AddScoped<PrintoutLog>()
        .AddScoped<MeetingCalendar>().AddScoped<UnitNames>().AddScoped<StaffNames>()
        .AddScoped<SaveMeeting>().AddScoped<MeetingSheet>().AddScoped<SaveUnit>().AddScoped<RemoveUnit>().AddScoped<SaveStaffMember>().AddScoped<StaffList>()
        .AddScoped<AssignLiaison>().AddScoped<CarryOffer>().AddScoped<CarryOver>()
        .AddScoped<ICarriedOver, CarriedStaff>().AddScoped<ICarriedOver, CarriedUnits>().AddScoped<ICarriedOver, CarriedLiaisons>().AddScoped<ICarriedOver, CarriedTexts>()
        .AddScoped<KnownLists>().AddScoped<ImportOrganisations>().AddScoped<ImportStaff>()
        .AddScoped<JoiningBoard>().AddScoped<JoinDoor>();
}
