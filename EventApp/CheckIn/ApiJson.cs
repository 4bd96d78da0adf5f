using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Shared.CheckIn;
using Shared.Registration;

namespace EventApp.CheckIn;

/// <summary>The station API's JSON, generated at build. Outcomes keep their names; other closed words are camelCase, kinds and rules kebab-case.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, Converters =
[
    typeof(AsNamed<ScanOutcome>), typeof(CamelCase<ScanDirection>), typeof(CamelCase<ScanTiming>), typeof(CamelCase<Remedy>), typeof(CamelCase<AttendeeCategory>), typeof(CamelCase<DeskState>),
    typeof(KebabCase<StationKind>), typeof(KebabCase<CheckpointKind>), typeof(KebabCase<HoursRule>), typeof(KebabCase<EntryRule>),
])]
[JsonSerializable(typeof(ScanAsk)), JsonSerializable(typeof(ScanResult)), JsonSerializable(typeof(BatchAsk)), JsonSerializable(typeof(BatchAnswer))]
[JsonSerializable(typeof(UndoBody)), JsonSerializable(typeof(UndoResult)), JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(EnrolBody)), JsonSerializable(typeof(EnrolStationResult)), JsonSerializable(typeof(StationView)), JsonSerializable(typeof(OperatorBody)), JsonSerializable(typeof(PinBody))]
[JsonSerializable(typeof(SearchBody)), JsonSerializable(typeof(FoundPeople)), JsonSerializable(typeof(WalkInAsk)), JsonSerializable(typeof(DeskPersonResult)), JsonSerializable(typeof(NonceBody))]
[JsonSerializable(typeof(BadgeBody)), JsonSerializable(typeof(BindBadgeResult)), JsonSerializable(typeof(SubstituteBody)), JsonSerializable(typeof(SubstituteResult))]
[JsonSerializable(typeof(HandoutBody)), JsonSerializable(typeof(HandoutResult)), JsonSerializable(typeof(UndoHandoutResult)), JsonSerializable(typeof(UnitPeople))]
[JsonSerializable(typeof(Items<CheckpointView>)), JsonSerializable(typeof(StatusAnswer))]
sealed partial class ApiJson : JsonSerializerContext
{
    /// <summary>Chinese goes out as itself.</summary>
    public static ApiJson Wire => Plain.Context;

    // Apart, because the generated half of this class has to be ready first.
    static class Plain
    {
        public static readonly ApiJson Context = new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}

sealed class AsNamed<T>() : JsonStringEnumConverter<T>(null, allowIntegerValues: false) where T : struct, Enum;

sealed class CamelCase<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false) where T : struct, Enum;

sealed class KebabCase<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) where T : struct, Enum;

sealed record Items<T>([property: JsonPropertyName("items")] IReadOnlyList<T> All);
sealed record BatchAsk(IReadOnlyList<JsonElement>? Items);
sealed record BatchItem(int Status, ScanResult? Result, Problem? Problem);
sealed record BatchAnswer(IReadOnlyList<BatchItem> Items);
sealed record UndoBody(string? Reason, Guid? Nonce);
sealed record EnrolBody(string? PairingCode);
sealed record OperatorBody(int OperatorId, string? Pin);
sealed record PinBody(string? Pin);
