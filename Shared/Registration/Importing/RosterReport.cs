using System.Text.Encodings.Web;
using System.Text.Json;
using Shared.Meetings.Importing;

namespace Shared.Registration.Importing;

/// <summary>A preview as JSON for other programs; sensitive values are only said to be there.</summary>
public static class RosterReport
{
    const string Hidden = "set";

    // The contract's fields in its order.
    static readonly Field[] Fields =
    [
        RosterFields.Name, RosterFields.Unit, RosterFields.Post, RosterFields.Gender, RosterFields.Phone, RosterFields.Category,
        RosterFields.ArrivalMode, RosterFields.ArrivalService, RosterFields.ArrivalStation, RosterFields.ArrivalAt, RosterFields.PickUp,
        RosterFields.DepartureService, RosterFields.DepartureStation, RosterFields.DepartureAt, RosterFields.DropOff,
        RosterFields.Lodging, RosterFields.Diet, RosterFields.Companions, RosterFields.ListNo, RosterFields.Remark,
    ];

    /// <param name="sentence">What a note says to a person.</param>
    public static void Write(Stream stream, RosterPreview preview, Func<Note, string> sentence)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteStartArray("rows");
        foreach (var row in preview.Table.Rows)
            WriteRow(json, preview, row, sentence);
        json.WriteEndArray();
        WriteSummary(json, preview.Summary());
        json.WriteEndObject();
    }

    static void WriteRow(Utf8JsonWriter json, RosterPreview preview, PreviewRow row, Func<Note, string> sentence)
    {
        json.WriteStartObject();
        json.WriteNumber("row", row.Number);
        json.WriteString("status", Word(row.Status));
        json.WriteStartObject("values");
        foreach (var field in Fields)
            if (preview.ValueOf(row, field) is { } value)
                WriteValue(json, field, value);
        json.WriteEndObject();
        json.WriteStartArray("corrections");
        foreach (var (field, from, to) in row.Reading?.Corrections ?? [])
        {
            json.WriteStartObject();
            json.WriteString("column", field.Name);
            json.WriteString("from", field.IsSensitive ? Hidden : from);
            json.WriteString("to", field.IsSensitive ? Hidden : to);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("messages");
        foreach (var note in row.Notes)
            json.WriteStringValue(sentence(note));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void WriteValue(Utf8JsonWriter json, Field field, object value)
    {
        json.WritePropertyName(field.Name);
        switch (value)
        {
            case var _ when field.IsSensitive: json.WriteStringValue(Hidden); break;
            case bool yes: json.WriteBooleanValue(yes); break;
            case int number: json.WriteNumberValue(number); break;
            case Enum word: json.WriteStringValue(Word(word)); break;
            default: json.WriteStringValue(value.ToString()); break;
        }
    }

    static void WriteSummary(Utf8JsonWriter json, RosterSummary summary)
    {
        json.WriteStartObject("summary");
        json.WriteNumber("ok", summary.Ok);
        json.WriteNumber("corrected", summary.Corrected);
        json.WriteNumber("warning", summary.Warning);
        json.WriteNumber("error", summary.Error);
        json.WriteNumber("skipped", summary.Skipped);
        json.WriteNumber("people", summary.People);
        json.WriteNumber("units", summary.Units);
        json.WriteEndObject();
    }

    static string Word(Enum value) => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
