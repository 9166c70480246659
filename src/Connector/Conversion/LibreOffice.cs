using System.ComponentModel;
using System.Diagnostics;
using Connector.Templates;

namespace Connector.Conversion;

/// <summary>
/// Turns a .docx into another form with the LibreOffice of this machine. One process runs at a time; each has a folder
/// of its own (mode 700) with its profile, its input, its output and its temporary files, removed when it ends; it does
/// not get Connector's secrets, runs no macro, and is ended with its children when it takes too long.
/// </summary>
/// <param name="program">Path of <c>soffice</c>.</param>
/// <param name="limit">How long one document may take.</param>
internal sealed class LibreOffice(string program, TimeSpan limit)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <summary>Names on Linux and BSD, on some Linux systems, on Windows.</summary>
    private static readonly string[] Names = ["soffice", "libreoffice", "soffice.exe"];

    private static readonly SemaphoreSlim OneAtATime = new(1, 1);

    /// <summary>
    /// The program that <c>CONNECTOR_SOFFICE</c> names, else the first in <c>PATH</c>; null when there is none.
    /// </summary>
    public static LibreOffice? Find(Func<string, string?> environment)
    {
        var named = environment("CONNECTOR_SOFFICE");
        var path = named is { Length: > 0 }
            ? named
            : (environment("PATH") ?? "")
                .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
                .FirstOrDefault(File.Exists);
        return path is null ? null : new LibreOffice(path, Patience);
    }

    /// <returns>The converted document, or a problem in a sentence; never an exception about the document.</returns>
    public async Task<Converted> Convert(ReadOnlyMemory<byte> docx, TargetFormat target, CancellationToken ct)
    {
        byte[] safe;
        try
        {
            safe = CheckedDocument.Open(docx);
        }
        catch (TemplateException refused)
        {
            return Converted.Not(ConversionProblems.Refused(refused.Problems[0]));
        }

        await OneAtATime.WaitAsync(ct);
        var folder = Directory.CreateTempSubdirectory("connector-office-");
        try
        {
            return await Convert(folder.FullName, safe, target, ct);
        }
        finally
        {
            folder.Delete(recursive: true);
            OneAtATime.Release();
        }
    }

    private async Task<Converted> Convert(
        string folder,
        byte[] docx,
        TargetFormat target,
        CancellationToken ct
    )
    {
        var work = new WorkFolder(folder);
        await OfficeProfile.Write(work.Profile, ct);
        await File.WriteAllBytesAsync(work.Source, docx, ct);
        using var late = CancellationTokenSource.CreateLinkedTokenSource(ct);
        late.CancelAfter(limit);
        try
        {
            using var process = Process.Start(Start(work, target))!;
            await Finish(process, late.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return Converted.Not(ConversionProblems.TooLate(limit));
        }
        catch (Win32Exception)
        {
            return Converted.Not(ConversionProblems.NoConverter);
        }

        return work.Result(target) is { } bytes
            ? Converted.To(bytes)
            : Converted.Not(ConversionProblems.Failed);
    }

    /// <summary>Waits for the end of the process; takes it and its children away when it does not come in time.</summary>
    private static async Task Finish(Process process, CancellationToken ct)
    {
        try
        {
            await Task.WhenAll(
                process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, ct),
                process.StandardError.BaseStream.CopyToAsync(Stream.Null, ct),
                process.WaitForExitAsync(ct)
            );
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            throw;
        }
    }

    private ProcessStartInfo Start(WorkFolder work, TargetFormat target)
    {
        string[] arguments =
        [
            $"-env:UserInstallation={new Uri(work.Profile)}",
            "--headless",
            "--norestore",
            "--nolockcheck",
            "--convert-to",
            target.Filter,
            "--outdir",
            work.Output,
            work.Source,
        ];
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = work.Temporary,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (
            var secret in start.Environment.Keys.Where(name =>
                name.StartsWith("CONNECTOR_", StringComparison.Ordinal)
            )
        )
        {
            start.Environment.Remove(secret);
        }

        foreach (var name in new[] { "TMPDIR", "TMP", "TEMP", "HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME" })
        {
            start.Environment[name] = work.Temporary;
        }

        return start;
    }

    /// <summary>What one conversion has on the disk.</summary>
    private sealed class WorkFolder
    {
        private const string Name = "document";

        public WorkFolder(string folder)
        {
            Profile = Directory.CreateDirectory(Path.Combine(folder, "profile")).FullName;
            Output = Directory.CreateDirectory(Path.Combine(folder, "out")).FullName;
            Temporary = Directory.CreateDirectory(Path.Combine(folder, "tmp")).FullName;
            Source = Path.Combine(folder, Name + ".docx");
        }

        public string Profile { get; }

        public string Output { get; }

        public string Temporary { get; }

        public string Source { get; }

        /// <summary>The one file that was asked for; null when it is missing, or when anything else is there.</summary>
        public byte[]? Result(TargetFormat target)
        {
            var entries = new DirectoryInfo(Output).GetFileSystemInfos();
            return
                entries is [FileInfo { LinkTarget: null, Length: > 0 and <= PackageSize } file]
                && file.Name == $"{Name}.{target.Extension}"
                ? File.ReadAllBytes(file.FullName)
                : null;
        }

        private const long PackageSize = 256L * 1024 * 1024;
    }
}
