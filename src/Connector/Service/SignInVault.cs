using System.Security.Cryptography;
using System.Text;

namespace Connector.Service;

/// <summary>
/// Passwords of sign-ins that the console took, encrypted where they lie: <c>password.enc</c> in a territory's folder of secrets,
/// <c>v1:{key}:{nonce, tag and words in base64}</c> (AES-256-GCM). The key is the first line of « clé-de-protection »; without
/// that setting it is a file of its own in the service's folder, so that a copy of the configuration alone opens nothing.
/// </summary>
/// <param name="data">The service's own folder.</param>
/// <param name="protection">« clé-de-protection »; null without that setting.</param>
internal sealed class SignInVault(string data, ProtectionSecret? protection)
{
    public const string FileName = "password.enc";

    private const string KeyFile = "sign-ins.key";
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private static readonly byte[] Purpose = Encoding.ASCII.GetBytes("connector sign-in v1");

    /// <summary>Puts an account into a folder of secrets, which is made for the service's user alone.</summary>
    /// <exception cref="IOException">The folder cannot be written, or holds an account already.</exception>
    /// <exception cref="UnauthorizedAccessException">The service may not write there.</exception>
    public void Keep(string folder, string user, string password)
    {
        PrivateFile.Folder(folder);
        Write(Path.Combine(folder, "user"), user);
        Write(Path.Combine(folder, FileName), Seal(password));
    }

    /// <returns>Null where the folder holds nothing encrypted, or nothing that our keys open.</returns>
    public string? Open(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path) || File.ReadAllText(path).Trim().Split(':') is not ["v1", var id, var words])
        {
            return null;
        }

        var bytes = new byte[words.Length];
        if (Find(id) is not { } key || !Convert.TryFromBase64String(words, bytes, out var length))
        {
            return null;
        }

        return length < NonceLength + TagLength ? null : Unseal(key, bytes.AsSpan(0, length));
    }

    private string Seal(string password)
    {
        var (id, key) = protection?.First ?? OwnKey();
        var words = Encoding.UTF8.GetBytes(password);
        var sealedWords = new byte[NonceLength + TagLength + words.Length];
        var nonce = sealedWords.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(
            nonce,
            words,
            sealedWords.AsSpan(NonceLength + TagLength),
            sealedWords.AsSpan(NonceLength, TagLength),
            Purpose
        );
        return $"v1:{id}:{Convert.ToBase64String(sealedWords)}";
    }

    private static string? Unseal(byte[] key, ReadOnlySpan<byte> bytes)
    {
        var words = new byte[bytes.Length - NonceLength - TagLength];
        using var aes = new AesGcm(key, TagLength);
        try
        {
            aes.Decrypt(
                bytes[..NonceLength],
                bytes[(NonceLength + TagLength)..],
                bytes[NonceLength..(NonceLength + TagLength)],
                words,
                Purpose
            );
            return Encoding.UTF8.GetString(words);
        }
        catch (AuthenticationTagMismatchException)
        {
            // Changed by hand, or half copied: as good as not there.
            return null;
        }
    }

    private byte[]? Find(string id) =>
        protection?.Find(id)
        ?? (File.Exists(KeyPath) && OwnKey() is var own && own.Id == id ? own.Key : null);

    private string KeyPath => Path.Combine(data, KeyFile);

    private (string Id, byte[] Key) OwnKey()
    {
        if (!File.Exists(KeyPath))
        {
            Directory.CreateDirectory(data);
            Write(KeyPath, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));
        }

        var key = Convert.FromHexString(File.ReadAllText(KeyPath).Trim());
        return (Convert.ToHexStringLower(SHA256.HashData(key))[..16], key);
    }

    private static void Write(string path, string words) =>
        PrivateFile.Write(path, Encoding.UTF8.GetBytes($"{words}\n"));
}
