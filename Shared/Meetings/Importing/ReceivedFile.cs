using Shared.Chinese;
using Shared.Data.Sheets;

namespace Shared.Meetings.Importing;

/// <summary>Opens a spreadsheet that came from outside.</summary>
public static class ReceivedFile
{
    public static Task<SheetFileResult> OpenAsync(string name, Stream stream, CancellationToken stop = default) =>
        SheetFile.OpenAsync(name, stream, ReadText, stop);

    public static SheetFileResult Open(string name, byte[] bytes) => SheetFile.Open(name, bytes, ReadText);

    static string ReadText(byte[] bytes) => Charset.Decode(bytes).Text;
}
