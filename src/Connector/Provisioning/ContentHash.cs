using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Connector.Provisioning;

/// <summary>
/// Hashes that the server itself computes or keeps, to recognise our own bytes there. They protect nothing: nobody
/// gains by forging them.
/// </summary>
internal static class ContentHash
{
    /// <summary>What <c>OC-Checksum</c> and <c>oc:checksums</c> carry.</summary>
    [SuppressMessage("Security", "CA5350", Justification = "The server's own checksum, not a protection.")]
    public static string Sha1(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA1.HashData(bytes));

    /// <summary>The ETag of a calendar object stored as sent.</summary>
    [SuppressMessage("Security", "CA5351", Justification = "The server's own ETag, not a protection.")]
    public static string Md5(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(MD5.HashData(bytes));
}
