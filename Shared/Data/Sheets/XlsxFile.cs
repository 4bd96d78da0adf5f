using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Shared.Data.Sheets;

/// <summary>Writes an xlsx row by row: texts stay texts (a phone number too), times are times, the heading stays in view.</summary>
public static class XlsxFile
{
    const int HeadingStyle = 1;
    const int TextStyle = 2;
    const int TimeStyle = 3;
    const int DayStyle = 4;
    const int WrappedStyle = 5;
    const int RowsWithChoices = 2000;

    public static void Write(Stream stream, params IReadOnlyList<OutSheet> sheets)
    {
        using var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook);
        var workbook = document.AddWorkbookPart();
        workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
        var list = new DocumentFormat.OpenXml.Spreadsheet.Sheets();
        foreach (var sheet in sheets)
        {
            var part = workbook.AddNewPart<WorksheetPart>();
            WriteSheet(part, sheet);
            list.Append(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Id = workbook.GetIdOfPart(part), SheetId = (uint)list.ChildElements.Count + 1, Name = sheet.Name, State = sheet.Hidden ? SheetStateValues.VeryHidden : null });
        }
        workbook.Workbook = new Workbook(list);
    }

    static void WriteSheet(WorksheetPart part, OutSheet sheet)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(new SheetView(
            new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }));
        writer.WriteElement(new Columns(sheet.Columns.Select((column, index) =>
            new Column { Min = (uint)index + 1, Max = (uint)index + 1, Width = column.Width, CustomWidth = true, Style = StyleOf(sheet) })));
        writer.WriteStartElement(new SheetData());
        WriteRow(writer, [.. sheet.Columns.Select(column => column.Heading)], HeadingStyle);
        foreach (var row in sheet.Rows)
            WriteRow(writer, row, StyleOf(sheet));
        writer.WriteEndElement();
        if (Validations(sheet) is { } validations)
            writer.WriteElement(validations);
        writer.WriteEndElement();
    }

    static uint StyleOf(OutSheet sheet) => sheet.Wraps ? WrappedStyle : (uint)TextStyle;

    static void WriteRow(OpenXmlWriter writer, IReadOnlyList<object?> values, uint textStyle)
    {
        writer.WriteStartElement(new Row());
        foreach (var value in values)
            writer.WriteElement(CellOf(value, textStyle));
        writer.WriteEndElement();
    }

    static Cell CellOf(object? value, uint textStyle) => value switch
    {
        null => new Cell(),
        DateTime moment => Number(ExcelSerial.FromDateTime(moment), TimeStyle),
        DateOnly day => Number(ExcelSerial.FromDateTime(day.ToDateTime(TimeOnly.MinValue)), DayStyle),
        sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal =>
            Number(Convert.ToDouble(value, CultureInfo.InvariantCulture), 0),
        _ => new Cell(new InlineString(new Text(Clean(value.ToString() ?? "")) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString, StyleIndex = textStyle },
    };

    static Cell Number(double value, uint style) =>
        new(new CellValue(value)) { StyleIndex = style };

    // Characters that XML cannot hold would make a file nobody opens.
    static string Clean(string text) =>
        SafeText.Neutralise(string.Concat(text.EnumerateRunes().Where(rune => rune.Value is 9 or 10 or 13 or (>= 32 and not (0xFFFE or 0xFFFF))).Select(rune => rune.ToString())));

    static DataValidations? Validations(OutSheet sheet)
    {
        DataValidation[] all =
        [
            .. sheet.Columns.Select((column, index) => Validation($"{ColumnName(index)}2:{ColumnName(index)}{RowsWithChoices}", column.Choices, column.Hint, column.IsOpen)).OfType<DataValidation>(),
            .. sheet.Cells.Select(cell => Validation($"{ColumnName(cell.Column)}{cell.Row}", cell.Choices, cell.Hint, isOpen: false)).OfType<DataValidation>(),
        ];
        return all.Length == 0 ? null : new DataValidations(all) { Count = (uint)all.Length };
    }

    static DataValidation? Validation(string cells, IReadOnlyList<string>? choices, string? hint, bool isOpen)
    {
        if (choices is null && hint is null)
            return null;
        var validation = new DataValidation
        {
            SequenceOfReferences = new() { InnerText = cells },
            AllowBlank = true,
            ShowErrorMessage = !isOpen,
            ShowInputMessage = hint is not null,
            Prompt = hint,
        };
        if (choices is not null)
        {
            validation.Type = DataValidationValues.List;
            validation.Append(new Formula1($"\"{string.Join(',', choices)}\""));
        }
        return validation;
    }

    static string ColumnName(int index) =>
        index < 26 ? ((char)('A' + index)).ToString() : ColumnName(index / 26 - 1) + (char)('A' + index % 26);

    static Stylesheet Styles() => new(
        new NumberingFormats(
            new NumberingFormat { NumberFormatId = 164, FormatCode = "yyyy-mm-dd hh:mm" },
            new NumberingFormat { NumberFormatId = 165, FormatCode = "yyyy-mm-dd" }) { Count = 2 },
        new Fonts(new Font(), new Font(new Bold())) { Count = 2 },
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })) { Count = 2 },
        new Borders(new Border()) { Count = 1 },
        new CellStyleFormats(new CellFormat()) { Count = 1 },
        new CellFormats(
            new CellFormat(),
            new CellFormat { FontId = 1, ApplyFont = true },
            new CellFormat { NumberFormatId = 49, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = 164, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = 165, ApplyNumberFormat = true },
            new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }) { NumberFormatId = 49, ApplyNumberFormat = true, ApplyAlignment = true }) { Count = 6 });
}
