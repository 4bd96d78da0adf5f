using System.IO.Compression;
using System.Xml;

namespace Shared.Data.Sheets;

/// <summary>
/// The few parts of an xlsx that a table needs, read forward-only: MiniExcel gives neither merged cells nor hidden
/// sheets nor errors, and a document model of 20,000 rows is too heavy.
/// </summary>
internal sealed class XlsxPackage
{
    static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = false,
        CloseInput = true,
    };

    readonly byte[] bytes;
    readonly Dictionary<string, string> partOfVisibleSheet = [];
    readonly Dictionary<string, string> partOfHiddenSheet = [];
    string workbookPart = "";
    bool counts1904;

    XlsxPackage(byte[] bytes) => this.bytes = bytes;

    public IReadOnlyList<string> VisibleSheets { get; private set; } = [];

    public static XlsxPackage Open(byte[] bytes)
    {
        var package = new XlsxPackage(bytes);
        using var zip = package.Zip();
        package.workbookPart = Targets(zip, "_rels/.rels", "")
            .FirstOrDefault(target => target.Type.EndsWith("/officeDocument", StringComparison.Ordinal)).Part ?? "";
        package.ReadWorkbook(zip);
        return package;
    }

    public bool HasHidden(string name) => partOfHiddenSheet.ContainsKey(name);

    public Sheet Read(string name, RowCollector rows, bool hidden = false)
    {
        using var zip = Zip();
        var targets = Targets(zip, RelationsOf(workbookPart), FolderOf(workbookPart));
        using var strings = Part(zip, targets.FirstOrDefault(target => target.Type.EndsWith("/sharedStrings", StringComparison.Ordinal)).Part);
        using var styles = Part(zip, targets.FirstOrDefault(target => target.Type.EndsWith("/styles", StringComparison.Ordinal)).Part);
        using var sheet = Part(zip, (hidden ? partOfHiddenSheet : partOfVisibleSheet)[name]) ?? throw new InvalidDataException();
        var cells = new XlsxCells(SharedStrings.Read(strings), DateStyles.Read(styles), counts1904);
        return new(name, rows.Rows, new XlsxRows(sheet, cells, rows).Read());
    }

    void ReadWorkbook(ZipArchive zip)
    {
        var targets = new Dictionary<string, string>();
        foreach (var target in Targets(zip, RelationsOf(workbookPart), FolderOf(workbookPart)))
            if (!targets.TryAdd(target.Id, target.Part))
                throw new InvalidDataException();
        using var xml = Part(zip, workbookPart) ?? throw new SheetRefusedException(FileRefusal.UnknownType);
        while (xml.Read())
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "workbookPr" })
                counts1904 = xml.GetAttribute("date1904") is "1" or "true";
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "sheet" })
                if (targets.TryGetValue(RelationId(xml), out var part) && part.Contains("sheet", StringComparison.OrdinalIgnoreCase))
                    (xml.GetAttribute("state") is null or "visible" ? partOfVisibleSheet : partOfHiddenSheet)[xml.GetAttribute("name") ?? ""] = part;
        VisibleSheets = [.. partOfVisibleSheet.Keys];
        if (VisibleSheets.Count == 0)
            throw new SheetRefusedException(FileRefusal.UnknownType);
    }

    // The attribute is r:id; its namespace differs between the strict and the transitional form.
    static string RelationId(XmlReader xml)
    {
        var id = "";
        while (xml.MoveToNextAttribute())
            if (xml is { LocalName: "id", Prefix.Length: > 0 })
                id = xml.Value;
        xml.MoveToElement();
        return id;
    }

    static List<(string Id, string Type, string Part)> Targets(ZipArchive zip, string relations, string folder)
    {
        var found = new List<(string, string, string)>();
        using var xml = Part(zip, relations);
        while (xml is not null && xml.Read())
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship" })
                found.Add((xml.GetAttribute("Id") ?? "", xml.GetAttribute("Type") ?? "", Resolve(folder, xml.GetAttribute("Target") ?? "")));
        return found;
    }

    ZipArchive Zip() => new(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);

    static XmlReader? Part(ZipArchive zip, string? name) =>
        name is { Length: > 0 } && zip.GetEntry(name) is { } entry
            ? XmlReader.Create(entry.Open(), Settings)
            : null;

    static string FolderOf(string part) => part[..(part.LastIndexOf('/') + 1)];

    static string RelationsOf(string part) => $"{FolderOf(part)}_rels/{part[(part.LastIndexOf('/') + 1)..]}.rels";

    static string Resolve(string folder, string target)
    {
        var path = new Stack<string>();
        foreach (var step in (target.StartsWith('/') ? target : folder + target).Split('/'))
            if (step == "..")
                path.TryPop(out _);
            else if (step is not ("" or "."))
                path.Push(step);
        return string.Join('/', path.Reverse());
    }
}
