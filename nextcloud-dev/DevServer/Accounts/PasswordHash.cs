using System.Security.Cryptography;
using System.Text;

namespace Connector.DevServer.Accounts;

/// <summary>
/// Salted PBKDF2, light on purpose: a real server spends 200 ms per sign-in, tests should not.
/// </summary>
internal static class PasswordHash
{
    private const int Rounds = 1000;
    private const int SaltBytes = 16;

    public static byte[] Of(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return [.. salt, .. Derive(password, salt)];
    }

    public static bool Matches(string password, byte[] stored) =>
        stored.Length > SaltBytes
        && CryptographicOperations.FixedTimeEquals(
            Derive(password, stored.AsSpan(0, SaltBytes)),
            stored.AsSpan(SaltBytes)
        );

    /// <summary>For app passwords: long and random, so one round is enough.</summary>
    public static string Token(string token) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private static byte[] Derive(string password, ReadOnlySpan<byte> salt) =>
        Rfc2898DeriveBytes.Pbkdf2(password, salt, Rounds, HashAlgorithmName.SHA256, 32);
}
