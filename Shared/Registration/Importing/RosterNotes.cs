namespace Shared.Registration.Importing;

/// <summary>Codes of the notes that only a list of attendees can get.</summary>
public static class RosterNotes
{
    public const string SeveralNames = nameof(SeveralNames);
    public const string CompanionsFromName = nameof(CompanionsFromName);
    public const string NameAddition = nameof(NameAddition);
    public const string DigitInName = nameof(DigitInName);
    public const string UnitUnknown = nameof(UnitUnknown);
    public const string UnitUnknownSuggest = nameof(UnitUnknownSuggest);
    public const string UnitAmbiguous = nameof(UnitAmbiguous);
    public const string PartToDepartment = nameof(PartToDepartment);
    public const string AirlineWord = nameof(AirlineWord);
    public const string ServiceUnknown = nameof(ServiceUnknown);
    public const string ServiceLegs = nameof(ServiceLegs);
    public const string ServiceHasTwoNumbers = nameof(ServiceHasTwoNumbers);
    public const string ModeContradictsService = nameof(ModeContradictsService);
    public const string StationMissing = nameof(StationMissing);
    public const string StationUnknown = nameof(StationUnknown);
    public const string StationUnclear = nameof(StationUnclear);
    public const string TimeUnreadable = nameof(TimeUnreadable);
    public const string TimeOutOfRange = nameof(TimeOutOfRange);
    public const string DateGuessed = nameof(DateGuessed);
    public const string HourUnclear = nameof(HourUnclear);
    public const string TimeMissing = nameof(TimeMissing);
    public const string DatesDiffer = nameof(DatesDiffer);
    public const string TooManyCompanions = nameof(TooManyCompanions);
    public const string PhoneOfContact = nameof(PhoneOfContact);
    public const string DuplicateRow = nameof(DuplicateRow);
    public const string WrittenTwice = nameof(WrittenTwice);
    public const string DietByPortions = nameof(DietByPortions);
    public const string SameNameInUnit = nameof(SameNameInUnit);
    public const string RenameOrSubstitute = nameof(RenameOrSubstitute);
    public const string WasCancelled = nameof(WasCancelled);
    public const string UnitChanged = nameof(UnitChanged);
}
