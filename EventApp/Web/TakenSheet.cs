using Shared.Data.Sheets;

namespace EventApp.Web;

/// <summary>A table as a file that is taken away.</summary>
static class TakenSheet
{
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    const string Csv = "text/csv; charset=utf-8";

    /// <param name="kind"><c>xlsx</c> or <c>csv</c>.</param>
    /// <param name="name">Without the kind.</param>
    public static IResult AsFile(this OutSheet sheet, string kind, string name)
    {
        var file = new MemoryStream();
        if (kind == "xlsx") XlsxFile.Write(file, sheet);
        else CsvFile.Write(file, sheet);
        return Results.File(file.ToArray(), kind == "xlsx" ? Xlsx : Csv, $"{name}.{kind}");
    }
}
