using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Connector.Jobs;

namespace Connector.Web.Console.Deeds;

/// <summary>A file that somebody sent, kept for the step after.</summary>
/// <param name="Key">By which the page after asks for it.</param>
/// <param name="Path">Where it lies.</param>
internal sealed record Upload(string Key, string Path)
{
    /// <summary>As its sender called it, without what a name of a file cannot have.</summary>
    public string Name => System.IO.Path.GetFileName(Path);
}

/// <summary>
/// Files between two steps of a form, in the service's own folder under random names: each for the account and the territory
/// that it was sent for, until it was used, another one is sent, or an hour has gone by.
/// </summary>
internal sealed partial class Uploads(ServiceState state, TimeProvider time)
{
    /// <summary>Bytes.</summary>
    public const long Largest = 5 * 1024 * 1024;

    private const string Owner = ".pour";
    private const int LongestName = 80;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private string Root => Path.Combine(state.Configuration.Database.Folder, "envois");

    /// <summary>For whom and for what a file is kept: another one for the same takes its place.</summary>
    /// <param name="account">Who sent it.</param>
    /// <param name="page">For which territory.</param>
    /// <param name="purpose">For which form.</param>
    public static string Whose(string account, PageScope page, string purpose) =>
        $"{page.Access!.Id} {account} {purpose}";

    /// <param name="whose">Account, territory and form.</param>
    /// <param name="file">What was sent.</param>
    /// <param name="ct">Stops.</param>
    public async Task<Upload> KeepAsync(string whose, IFormFile file, CancellationToken ct)
    {
        Sweep(whose);
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var folder = Path.Combine(Root, key);
        PrivateFile.Folder(folder);
        await File.WriteAllTextAsync(
            Path.Combine(folder, Owner),
            JsonSerializer.Serialize(new Ticket(Hash(whose), time.GetUtcNow())),
            ct
        );
        var upload = new Upload(key, Path.Combine(folder, Tidy(file.FileName)));
        await using var to = new FileStream(upload.Path, FileMode.CreateNew);
        await file.CopyToAsync(to, ct);
        return upload;
    }

    /// <summary>Null for one that is there no more, or is somebody else's.</summary>
    public Upload? Find(string whose, string key)
    {
        if (!Hexadecimal().IsMatch(key) || Read(Path.Combine(Root, key)) is not { } ticket)
        {
            return null;
        }

        return ticket.For == Hash(whose) && ticket.At > time.GetUtcNow() - Kept
            ? Directory
                .EnumerateFiles(Path.Combine(Root, key))
                .Where(path => Path.GetFileName(path) != Owner)
                .Select(path => new Upload(key, path))
                .FirstOrDefault()
            : null;
    }

    public static void Forget(Upload upload) =>
        Directory.Delete(Path.GetDirectoryName(upload.Path)!, recursive: true);

    /// <summary>What is old, and what the same person sent before.</summary>
    private void Sweep(string whose)
    {
        if (!Directory.Exists(Root))
        {
            return;
        }

        foreach (var folder in Directory.EnumerateDirectories(Root))
        {
            var ticket = Read(folder);
            if (ticket is null || ticket.For == Hash(whose) || ticket.At <= time.GetUtcNow() - Kept)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static Ticket? Read(string folder)
    {
        try
        {
            return JsonSerializer.Deserialize<Ticket>(File.ReadAllText(Path.Combine(folder, Owner)));
        }
        catch (Exception error) when (error is IOException or JsonException)
        {
            // Gone, or half written by a service that stopped: nobody's.
            return null;
        }
    }

    /// <summary>Who it is stays unsaid in the folder.</summary>
    private static string Hash(string whose) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whose)));

    private static string Tidy(string name)
    {
        var last = name.Split('/', '\\')[^1];
        var tidy = string.Concat(
            last.Select(letter =>
                char.IsLetterOrDigit(letter) || letter is '.' or '-' or '_' or ' ' ? letter : '_'
            )
        );
        tidy = tidy.TrimStart('.', ' ').TrimEnd(' ');
        return tidy.Length == 0 ? "fichier" : tidy[^Math.Min(tidy.Length, LongestName)..].TrimStart('.');
    }

    [GeneratedRegex("^[0-9a-f]{32}$")]
    private static partial Regex Hexadecimal();

    private sealed record Ticket(string For, DateTimeOffset At);
}
