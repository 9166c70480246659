using System.ComponentModel;
using System.Diagnostics;

namespace Connector.Contract.Tests.RealClients;

/// <summary>A program that other people wrote and that members really use.</summary>
internal static class Tool
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Ignores the test, with the reason, when the program is not on this machine.</summary>
    public static void Need(string program, string package)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (!folders.Any(folder => File.Exists(Path.Combine(folder, program))))
        {
            Assert.Ignore($"needs {program} (Debian package {package})");
        }
    }

    /// <summary>Runs a program to its end; secrets go into <paramref name="environment"/>, never into the arguments.</summary>
    public static async Task<(int Code, string Output)> Run(
        string program,
        IReadOnlyList<string> arguments,
        IReadOnlyDictionary<string, string>? environment = null,
        string? folder = null
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = folder ?? Path.GetTempPath(),
        };
        start.Environment["LC_ALL"] = "C.UTF-8";
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start) ?? throw new Win32Exception($"{program} did not start");
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var late = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(late.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{program} did not end within {Patience}");
        }

        return (process.ExitCode, await output + await errors);
    }

    /// <summary>Writes a settings file that only its owner may read, for it holds a password.</summary>
    public static string Secret(string folder, string name, string text)
    {
        var path = Path.Combine(folder, name);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var writer = new StreamWriter(path, options);
        writer.Write(text);
        return path;
    }
}
