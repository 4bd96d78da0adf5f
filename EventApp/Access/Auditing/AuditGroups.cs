namespace EventApp.Access.Auditing;

/// <summary>The deeds that the audit trail keeps, grouped as one looks for them. Every deed stands in one group.</summary>
static class AuditGroups
{
    public static readonly (string Word, string[] Deeds)[] All =
    [
        ("accounts", ["sign-in", "sign-in-refused", "first-organiser", "first-organiser-refused", "role-granted", "role-taken", "account-disabled", "account-enabled", "password-replaced", "password-reset", "session-ended", "sessions-ended", "account-tied",
            "join-opened", "join-closed", "join-accepted", "join-refused", "pin-taken", "pin-locked", "pin-set",
            "second-step-on", "second-step-off", "second-step-refused", "passkey-added", "passkey-removed", "passkey-refused", "proof-refused"]),
        ("people",
        [
            "attendee-added", "attendee-changed", "attendee-cancelled", "attendee-on-leave", "attendee-absent", "attendee-reinstated", "attendee-replaced", "attendee-substitutes", "attendee-merged",
            "attendee-merged-away", "attendee-told-apart", "walk-in-added", "roster-imported", "note-changed",
        ]),
        ("privacy",
        [
            "phone-revealed", "phones-shown", "consent-recorded", "own-link-made", "own-link-renewed", "own-link-ended", "diets-read", "diet-set", "person-read", "person-erased", "retention-changed", "retention-run",
            "contact-confirmed", "contact-withdrawn",
        ]),
        ("files", ["print", "export"]),
        ("check-in", ["check-in-override", "check-in-undo", "operator-switched", "badge-bound", "badge-reissued", "spares-issued"]),
        ("seating",
        [
            "hall-added", "hall-changed", "hall-removed", "zone-added", "zone-changed", "zone-removed", "seat-marked", "seat-given", "seats-swapped", "seat-taken-away", "seat-locked", "seat-unlocked",
            "seating-undone", "seating-redone", "hall-filled", "tables-grouped", "table-pair-together", "table-pair-apart", "table-pair-dropped", "table-host-chosen", "table-host-dropped", "table-kitchen-set", "seats-imported", "seat-version-kept", "seat-version-restored",
        ]),
        ("replies",
        [
            "reply-links-made", "reply-link-renewed", "reply-link-ended", "reply-rules-changed", "reply-sent", "reply-declined", "reply-counted", "reply-file-taken", "reply-changes-asked",
            "reply-changes-accepted", "reply-changes-refused", "proof-read", "proof-taken-back", "proof-confirmed",
        ]),
        ("scenes",
        [
            "scene-added", "scene-changed", "scene-removed", "scene-place-added", "scene-place-changed", "scene-place-removed", "scene-rank-moved", "scene-rank-locked", "scene-rank-unlocked", "scene-absent", "scene-present",
            "scene-presorted", "scene-confirmed", "scene-cards-out", "scene-pairs-set",
        ]),
        ("set-up",
        [
            "meeting-made", "meeting-changed", "carried-over", "set-up-step-skipped", "unit-added", "unit-changed", "unit-removed", "organisations-imported", "staff-added", "staff-changed", "staff-imported",
            "liaison-assigned", "checkpoint-saved", "station-pairing", "station-changed", "station-revoked", "display-link-made", "display-link-revoked", "vehicle-added", "vehicle-changed", "driver-link-made", "driver-link-renewed", "driver-link-ended", "backup-folder-chosen",
        ]),
    ];

    /// <summary>The deeds of a group, or the one deed that the word is itself.</summary>
    public static IReadOnlyList<string> Of(string word) => All.FirstOrDefault(group => group.Word == word).Deeds ?? [word];
}
