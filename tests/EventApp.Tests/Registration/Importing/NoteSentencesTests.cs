using System.Globalization;
using System.Reflection;
using EventApp.Registration.Importing;
using EventApp.Web;
using Shared.Data.Sheets;
using Shared.Meetings.Importing;
using Shared.Registration.Importing;

namespace EventApp.Tests.Registration.Importing;

public sealed class NoteSentencesTests
{
    static readonly System.Resources.ResourceManager Texts = new(typeof(ImportTexts).FullName!, typeof(ImportTexts).Assembly);

    public static TheoryData<string> Keys() => [.. Codes(typeof(NoteCodes)), .. Codes(typeof(RosterNotes)),
        .. Enum.GetNames<FileRefusal>().Select(name => $"File.{name}"), .. Enum.GetNames<RowStatus>().Select(name => $"Status.{name}"),
        .. Enum.GetNames<RosterFate>().Select(name => $"Fate.{name}"), .. Enum.GetNames<SkippedAs>().Where(name => name != nameof(SkippedAs.None)).Select(name => $"Skipped.{name}"),
        .. Enum.GetNames<StorageTrouble>().Select(name => $"Storage.{name}"),
        .. RosterFields.All.All.Concat(OrganisationFields.All.All).Concat(StaffFields.All.All).Select(field => $"Field.{field.Name}").Distinct()];

    static IEnumerable<string> Codes(Type holder) => holder.GetFields(BindingFlags.Public | BindingFlags.Static).Select(code => (string)code.GetValue(null)!);

    [Theory, MemberData(nameof(Keys))]
    public void Everything_an_import_can_say_has_its_sentence_in_both_languages(string key)
    {
        Assert.False(string.IsNullOrEmpty(Texts.GetString(key, CultureInfo.GetCultureInfo("zh-CN"))));
        Assert.False(string.IsNullOrEmpty(Texts.GetString(key, CultureInfo.GetCultureInfo("en"))));
    }
}
