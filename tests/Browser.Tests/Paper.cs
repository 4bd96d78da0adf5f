using System.Diagnostics;
using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>A page as the printer gets it: a PDF made by Chromium, read by programs that know nothing of ours.</summary>
sealed class Paper : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("paper-").FullName;

    string Pdf => Path.Combine(folder, "sheet.pdf");

    public static async Task<Paper> PrintAsync(IPage page)
    {
        var paper = new Paper();
        await page.PdfAsync(new PagePdfOptions { Path = paper.Pdf, PreferCSSPageSize = true, PrintBackground = false });
        return paper;
    }

    /// <summary>Number of pages and the size of the first, as pdfinfo says it (A4 is 594.96 × 841.92 points).</summary>
    public (int Pages, string Size) Info()
    {
        var lines = Run("pdfinfo", Pdf).Split('\n').Select(line => line.Split(':', 2)).Where(line => line.Length == 2).ToDictionary(line => line[0], line => line[1].Trim());
        return (int.Parse(lines["Pages"]), lines["Page size"]);
    }

    /// <summary>The text of one page, from 1, in its layout.</summary>
    public string Text(int page) => Run("pdftotext", "-layout", "-f", $"{page}", "-l", $"{page}", Pdf, "-");

    /// <summary>All QR codes of all pages as a separate reader decodes them from pixels. It misses one now and then at one resolution, as a scanner does at one distance: it gets two.</summary>
    public IReadOnlyList<string> Codes() => [.. Codes(200).Concat(Codes(300)).Distinct()];

    List<string> Codes(int dpi)
    {
        var pages = Path.Combine(folder, $"page{dpi}");
        Run("pdftoppm", "-r", $"{dpi}", "-gray", "-png", Pdf, pages);
        return [.. Directory.EnumerateFiles(folder, $"page{dpi}*.png").Order().SelectMany(CodesIn)];
    }

    /// <summary>The QR codes in one picture.</summary>
    public static string[] CodesIn(string file) => Run("zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", file).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Pictures for a human; written where the variable PICTURES names a folder, else nowhere.</summary>
    public void Picture(string name)
    {
        if (Environment.GetEnvironmentVariable("PICTURES") is { Length: > 0 } pictures) Run("pdftoppm", "-r", "110", "-png", Pdf, Path.Combine(pictures, name));
    }

    static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        // zbarimg ends with 4 where a page bears no code, as the back of a badge does.
        if (process.ExitCode is not 0 && !(program == "zbarimg" && process.ExitCode == 4)) throw new InvalidOperationException($"{program}: {error.Result}");
        return output;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
