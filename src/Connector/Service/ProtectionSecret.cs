using System.Security.Cryptography;
using System.Text;

namespace Connector.Service;

/// <summary>
/// What the keys of sessions are encrypted with, where they are kept. The first line of its file encrypts; every line decrypts, so
/// that one can follow another.
/// </summary>
internal sealed class ProtectionSecret
{
    /// <summary>Of a line: 128 bits in hexadecimal digits.</summary>
    public const int Shortest = 32;

    private static readonly byte[] Purpose = Encoding.ASCII.GetBytes("connector key ring v1");

    private readonly IReadOnlyList<(string Id, byte[] Key)> _keys;

    /// <param name="lines">Each <see cref="Shortest"/> characters or more; at least one.</param>
    public ProtectionSecret(IReadOnlyList<string> lines) =>
        _keys = [
            .. lines
                .Select(line =>
                    HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(line), 32, info: Purpose)
                )
                .Select(key => (Convert.ToHexStringLower(SHA256.HashData(key))[..16], key)),
        ];

    /// <summary>The key that encrypts, and what it is called.</summary>
    public (string Id, byte[] Key) First => _keys[0];

    /// <returns>Null when no line of the file makes this key.</returns>
    public byte[]? Find(string id) => _keys.FirstOrDefault(key => key.Id == id).Key;

    /// <summary>Whether the same lines stand in the same order.</summary>
    public override bool Equals(object? obj) =>
        obj is ProtectionSecret other && Ids(this).SequenceEqual(Ids(other), StringComparer.Ordinal);

    public override int GetHashCode() => First.Id.GetHashCode(StringComparison.Ordinal);

    private static IEnumerable<string> Ids(ProtectionSecret secret) => secret._keys.Select(key => key.Id);

    /// <summary>Without the keys.</summary>
    public override string ToString() => nameof(ProtectionSecret);
}
