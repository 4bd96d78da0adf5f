namespace Shared.Meetings.Importing;

/// <summary>Codes of the notes that any table can get.</summary>
public static class NoteCodes
{
    public const string CellShowsError = nameof(CellShowsError);
    public const string FormulaAsText = nameof(FormulaAsText);
    public const string CopiedFromAbove = nameof(CopiedFromAbove);
    public const string NothingAbove = nameof(NothingAbove);
    public const string LeftEmpty = nameof(LeftEmpty);
    public const string TooLong = nameof(TooLong);
    public const string RequiredMissing = nameof(RequiredMissing);
    public const string FirstOfSeveralAnswers = nameof(FirstOfSeveralAnswers);
    public const string NotYesOrNo = nameof(NotYesOrNo);
    public const string UnknownWord = nameof(UnknownWord);
    public const string NotANumber = nameof(NotANumber);
    public const string HiddenRow = nameof(HiddenRow);
    public const string UnknownCharacter = nameof(UnknownCharacter);
    public const string SuspectCharacter = nameof(SuspectCharacter);
    public const string PhoneDigitsLost = nameof(PhoneDigitsLost);
    public const string PhoneWrongLength = nameof(PhoneWrongLength);
    public const string PhoneNotMobile = nameof(PhoneNotMobile);
    public const string PhoneIsLandline = nameof(PhoneIsLandline);
    public const string SecondPhoneToRemark = nameof(SecondPhoneToRemark);
    public const string SecondPhoneToTask = nameof(SecondPhoneToTask);
    public const string SecondPhoneLeftOut = nameof(SecondPhoneLeftOut);
    public const string NamedTwice = nameof(NamedTwice);
    public const string StaffUnknown = nameof(StaffUnknown);
    public const string AliasOfAnother = nameof(AliasOfAnother);
}
