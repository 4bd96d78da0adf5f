using Microsoft.Extensions.Localization;
using Shared.Data.Sheets;
using Shared.Meetings.Importing;

namespace EventApp.Registration.Importing;

/// <summary>What an import has to say, in the reader's language.</summary>
public sealed class NoteSentences(IStringLocalizer<ImportTexts> texts)
{
    /// <summary>Led by the column it is about.</summary>
    public string Of(Note note)
    {
        string sentence = texts[note.Code, note.Args];
        return note.Field is null ? sentence : texts["Noted", Of(note.Field), sentence];
    }

    public string Of(Field field) => texts[$"Field.{field.Name}"];

    public string Of(RowStatus status) => texts[$"Status.{status}"];

    /// <param name="sheets">To choose from, where there are several.</param>
    public string Of(FileRefusal refusal, params IReadOnlyList<string> sheets) => texts[$"File.{refusal}", string.Join('、', sheets)];
}
