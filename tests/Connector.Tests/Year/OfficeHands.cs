using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace Connector.Tests.Year;

/// <summary>People's hands in LibreOffice: it is started once, and edits and saves one document after another.</summary>
internal sealed class OfficeHands : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private readonly Process _process;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("connector-office-");

    private OfficeHands(Process process) => _process = process;

    /// <summary>Ignores the test where LibreOffice or its Python bridge is missing.</summary>
    public static OfficeHands Start()
    {
        foreach (var needed in (string[])["soffice", "/usr/bin/python3"])
        {
            Find(needed);
        }

        var script = Path.Combine(TestContext.CurrentContext.TestDirectory, "Year", "office_hands.py");
        var start = new ProcessStartInfo("/usr/bin/python3", [script])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        return new OfficeHands(Process.Start(start)!);
    }

    /// <param name="bytes">A .docx or .xlsx.</param>
    /// <param name="extension">Of its name.</param>
    /// <param name="acts">What is done to it: the act's name, then its arguments.</param>
    /// <returns>As LibreOffice saved it in the same format.</returns>
    public async Task<byte[]> Edit(byte[] bytes, string extension, params object[][] acts)
    {
        var source = Path.Combine(_folder.FullName, $"avant{extension}");
        var target = Path.Combine(_folder.FullName, $"apres{extension}");
        await File.WriteAllBytesAsync(source, bytes);
        var order = JsonSerializer.Serialize(
            new
            {
                source,
                target,
                acts,
            }
        );
        await _process.StandardInput.WriteLineAsync(order);
        await _process.StandardInput.FlushAsync();
        var answer = await _process.StandardOutput.ReadLineAsync().WaitAsync(Limit);
        Assert.That(answer, Is.EqualTo("ok"), string.Join(", ", acts.Select(act => string.Join(' ', act))));
        return await File.ReadAllBytesAsync(target);
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(Limit))
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private static void Find(string program)
    {
        string[] question = program == "soffice" ? ["--version"] : ["-c", "import uno"];
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(program, question)
                {
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                }
            )!;
            process.WaitForExit(Limit);
            if (process.ExitCode == 0)
            {
                return;
            }
        }
        catch (Win32Exception)
        {
            // Told below: it is not installed.
        }

        Assert.Ignore(
            "needs LibreOffice and its Python bridge: soffice and python3-uno are not both installed"
        );
    }
}
