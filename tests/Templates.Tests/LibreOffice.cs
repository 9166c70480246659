using System.Diagnostics;
using System.Text;

namespace Connector.Templates.Tests;

/// <summary>The LibreOffice of this machine, when it has one.</summary>
internal static class LibreOffice
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Converts documents and gives the first bytes of each PDF by name. Set CONNECTOR_LOOK to a folder to keep the
    /// files and look at them.
    /// </summary>
    internal static IReadOnlyDictionary<string, string> Pdf(
        IReadOnlyList<(string Name, byte[] Docx)> documents
    )
    {
        var keep = Environment.GetEnvironmentVariable("CONNECTOR_LOOK");
        var folder = keep ?? Directory.CreateTempSubdirectory("connector-pdf").FullName;
        Directory.CreateDirectory(folder);
        try
        {
            foreach (var (name, docx) in documents)
            {
                File.WriteAllBytes(Path.Combine(folder, name + ".docx"), docx);
            }

            Run(folder, "pdf", null, documents.Select(document => document.Name + ".docx"));
            return documents
                .Where(document => File.Exists(Path.Combine(folder, document.Name + ".pdf")))
                .ToDictionary(
                    document => document.Name,
                    document => Start(Path.Combine(folder, document.Name + ".pdf"))
                );
        }
        finally
        {
            if (keep is null)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    /// <summary>The PDF of a document, in a folder that the caller keeps.</summary>
    internal static string PdfFile(byte[] docx, string folder)
    {
        File.WriteAllBytes(Path.Combine(folder, "document.docx"), docx);
        Run(folder, "pdf", null, ["document.docx"]);
        return Path.Combine(folder, "document.pdf");
    }

    /// <summary>A PDF whose named destinations are the bookmarks.</summary>
    internal static byte[] Destinations(byte[] docx)
    {
        const string Filter =
            "pdf:writer_pdf_Export:{\"ExportBookmarksToPDFDestination\":{\"type\":\"boolean\",\"value\":\"true\"}}";
        var keep = Environment.GetEnvironmentVariable("CONNECTOR_LOOK");
        var folder = keep ?? Directory.CreateTempSubdirectory("connector-pdf").FullName;
        Directory.CreateDirectory(folder);
        try
        {
            File.WriteAllBytes(Path.Combine(folder, "document.docx"), docx);
            Run(folder, Filter, null, ["document.docx"]);
            return File.ReadAllBytes(Path.Combine(folder, "document.pdf"));
        }
        finally
        {
            if (keep is null)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    /// <summary>The document as LibreOffice writes it after opening and saving it so many times.</summary>
    internal static byte[] Saved(byte[] docx, int times) =>
        Saved(docx, "document.docx", "docx:MS Word 2007 XML", times);

    /// <summary>The document as LibreOffice writes it after opening and saving it three times over.</summary>
    internal static byte[] SavedThreeTimes(byte[] docx) => Saved(docx, 3);

    /// <summary>Many documents as LibreOffice writes them after opening and saving each three times over.</summary>
    internal static IReadOnlyList<byte[]> SavedThreeTimes(IReadOnlyList<byte[]> documents)
    {
        var folder = Directory.CreateTempSubdirectory("connector-saved").FullName;
        try
        {
            var names = documents.Select((_, index) => $"{index}.docx").ToList();
            foreach (var (docx, name) in documents.Zip(names))
            {
                File.WriteAllBytes(Path.Combine(folder, name), docx);
            }

            for (var time = 1; time <= 3; time++)
            {
                var sources = names.Select(name => time == 1 ? name : Path.Combine($"{time - 1}", name));
                Run(folder, "docx:MS Word 2007 XML", $"{time}", sources);
            }

            return [.. names.Select(name => File.ReadAllBytes(Path.Combine(folder, "3", name)))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The workbook as LibreOffice writes it after opening and saving it.</summary>
    internal static byte[] SavedWorkbook(byte[] xlsx) =>
        Saved(xlsx, "classeur.xlsx", "xlsx:Calc MS Excel 2007 XML", 1);

    private static byte[] Saved(byte[] bytes, string name, string format, int times)
    {
        var folder = Directory.CreateTempSubdirectory("connector-saved").FullName;
        try
        {
            File.WriteAllBytes(Path.Combine(folder, name), bytes);
            var source = name;
            for (var time = 1; time <= times; time++)
            {
                Run(folder, format, $"{time}", [source]);
                source = Path.Combine($"{time}", name);
            }

            return File.ReadAllBytes(Path.Combine(folder, source));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Runs a script with the Python that has LibreOffice's bridge; ignored where that is missing.</summary>
    internal static void Python(string script, string[] arguments)
    {
        var start = new ProcessStartInfo("/usr/bin/python3", ["-c", script, .. arguments])
        {
            RedirectStandardError = true,
        };
        using var process = Begin(start);
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail("LibreOffice took more than two minutes");
        }

        var told = error.GetAwaiter().GetResult();
        if (told.Contains("No module named 'uno'", StringComparison.Ordinal))
        {
            Assert.Ignore("LibreOffice's Python bridge (python3-uno) is not installed on this machine.");
        }

        Assert.That(process.ExitCode, Is.Zero, told);
    }

    private static void Run(string folder, string format, string? output, IEnumerable<string> files)
    {
        string[] arguments =
        [
            $"-env:UserInstallation={new Uri(Path.Combine(folder, "profile"))}",
            "--headless",
            "--convert-to",
            format,
            "--outdir",
            output ?? ".",
            .. files,
        ];
        var start = new ProcessStartInfo("soffice", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Begin(start);
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail("LibreOffice took more than two minutes");
        }
    }

    private static Process Begin(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Ignore(
                "LibreOffice (soffice) is not installed on this machine: PDF conversion is not tested."
            );
            throw;
        }
    }

    private static string Start(string file) => Encoding.ASCII.GetString(File.ReadAllBytes(file), 0, 4);
}
