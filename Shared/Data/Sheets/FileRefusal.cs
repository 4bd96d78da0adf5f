namespace Shared.Data.Sheets;

/// <summary>Why a file cannot be used at all.</summary>
public enum FileRefusal
{
    UnknownType,
    OldExcel,
    Encrypted,
    TooLarge,
    InflatesTooLarge,
    TooManyEntries,
    TooManyRows,
    Damaged,
    Empty,
    NoHeader,
    NoSuchSheet,
    SeveralSheets,
}

/// <summary>Carries a refusal out of the middle of a stream; never leaves this folder.</summary>
internal sealed class SheetRefusedException(FileRefusal refusal) : Exception
{
    public FileRefusal Refusal { get; } = refusal;
}
