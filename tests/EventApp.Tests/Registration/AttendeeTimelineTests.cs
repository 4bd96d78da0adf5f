using System.Globalization;
using Bunit;
using EventApp.Components;
using EventApp.Registration;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Shared.Access;
using Shared.CheckIn;
using Shared.Registration;

namespace EventApp.Tests.Registration;

public sealed class AttendeeTimelineTests : PageTest
{
    static readonly string[] Silent = ["Version", "PinyinKey", "SurnameStrokeKey", "NameStrokeKey", "ErasedAt", "Direction", "DayOnly"];

    [Theory]
    [InlineData("zh-CN"), InlineData("en")]
    public void Every_field_a_change_can_name_has_a_word(string language)
    {
        CultureInfo.CurrentUICulture = new(language);
        using var db = Rosters.Database.CreateDbContext();
        var fields = Fields(db.Model, typeof(Attendee)).Concat(Fields(db.Model, typeof(Stay)).Select(name => $"Stay.{name}"))
            .Concat(Enum.GetNames<JourneyDirection>().SelectMany(way => Fields(db.Model, typeof(Journey)).Select(name => $"{way}.{name}")))
            .Concat(Enum.GetNames<ConsentPurpose>().Select(purpose => $"Consent.{purpose}")).ToList();
        Assert.Contains("Stay.Roommate", fields);
        Assert.DoesNotContain(fields, field => Texts["Field_" + field].ResourceNotFound);
    }

    IStringLocalizer<TrailTexts> Texts => Services.GetRequiredService<IStringLocalizer<TrailTexts>>();

    static IEnumerable<string> Fields(IModel model, Type entity) => model.FindEntityType(entity)!.GetProperties()
        .Where(p => !p.IsKey() && !Silent.Contains(p.Name) && (!p.IsForeignKey() || p.Name == nameof(Attendee.UnitId))).Select(p => p.Name);

    [Fact]
    public async Task A_change_is_told_in_words_with_who_and_by_which_way_and_looking_alone_can_be_hidden()
    {
        var id = Rosters.Add("王刚", change: a => a.Stay = new() { Room = RoomKind.Single }).Id;
        var audit = new AuditTrail(Rosters.Database, TimeProvider.System);
        await audit.AddAsync("回执 重型铸造", "attendee-changed", RegistrationSets.Subject(id), Meeting.Id, FieldChange.Json([new("Stay.Room", "Single", "Twin"), new("Stay.Meals", "None", "Breakfast, Lunch"), new("Phone", "154****1111", "154****2222")]), Xunit.TestContext.Current.CancellationToken);
        await audit.AddAsync("小松", "consent-recorded", RegistrationSets.Subject(id), Meeting.Id, "PublicScreen: Yes, Paper", Xunit.TestContext.Current.CancellationToken);
        await audit.AddAsync("小松", "phone-revealed", RegistrationSets.Subject(id), Meeting.Id, "call", Xunit.TestContext.Current.CancellationToken);
        var page = Open<AttendeesPage>($"/2026/attendees?person={id}");
        page.WaitForElement(".timeline li");
        var told = page.Find(".timeline").TextContent;
        Assert.All((string[])["回执 重型铸造", "房型", "单间", "标间合住", "早餐、午餐", "154****2222", "大屏", "查看完整号码"], words => Assert.Contains(words, told));
        page.FindAll(".check-field").Last().QuerySelector("input")!.Change(true);
        page.WaitForAssertion(() => Assert.DoesNotContain("查看完整号码", page.Find(".timeline").TextContent));
        Assert.Contains("标间合住", page.Find(".timeline").TextContent);
    }
}
