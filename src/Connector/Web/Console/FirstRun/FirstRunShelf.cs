using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Connector.Jobs;
using Microsoft.AspNetCore.DataProtection;

namespace Connector.Web.Console.FirstRun;

/// <summary>
/// Keeps the assistant's state in the service's own folder, encrypted with the keys of sessions, so that somebody who left goes
/// on where they were. There is one, for there is one way in: the emergency link.
/// </summary>
internal sealed class FirstRunShelf(ServiceState state, IDataProtectionProvider protection)
{
    private const string FileName = "premiere-mise-en-route";
    private readonly IDataProtector _protector = protection.CreateProtector("first run");

    private string Path => System.IO.Path.Combine(state.Configuration.Database.Folder, FileName);

    /// <summary>An empty one where there is none, or none that our keys open.</summary>
    public FirstRunDraft Read()
    {
        try
        {
            return File.Exists(Path)
                ? JsonSerializer.Deserialize<FirstRunDraft>(_protector.Unprotect(File.ReadAllText(Path)))
                    ?? new FirstRunDraft()
                : new FirstRunDraft();
        }
        catch (Exception error) when (error is CryptographicException or JsonException)
        {
            // Of keys that are gone, or of an older program: there is nothing to go on with.
            return new FirstRunDraft();
        }
    }

    /// <exception cref="IOException">The folder cannot be written.</exception>
    public void Keep(FirstRunDraft draft)
    {
        PrivateFile.Replace(
            Path,
            Encoding.UTF8.GetBytes(_protector.Protect(JsonSerializer.Serialize(draft)))
        );
    }

    public void Forget() => File.Delete(Path);
}
