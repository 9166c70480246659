using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Connector.DevServer.Dav;

namespace Connector.DevServer.AddressBooks;

/// <summary>Reads what a client wants to store, and refuses what the real server refuses.</summary>
internal static class CardText
{
    private const string Start = "BEGIN:VCARD";

    private const string NotACard =
        "This resource only supports valid vCard or jCard data. Parse error: This parser only supports VCARD and VCALENDAR files";

    /// <summary>The card, and whether its text was changed: then no ETag is told. A card without a UID gets one.</summary>
    /// <exception cref="DavException">415: no vCard.</exception>
    public static (Card Card, bool Changed) Read(string name, byte[] data, DateTimeOffset now)
    {
        var text = Encoding.UTF8.GetString(data);
        var lines = Lines(text).ToList();
        if (
            !text.TrimStart().StartsWith(Start, StringComparison.OrdinalIgnoreCase)
            || lines.FindLast(line => line.Name.Length > 0) is not { Name: "END", Value: "VCARD" }
        )
            throw DavException.UnsupportedMediaType(NotACard);
        var uid = lines.Find(line => line.Name == "UID").Value;
        var changed = string.IsNullOrEmpty(uid);
        if (changed)
        {
            uid = Guid.NewGuid().ToString();
            var end = text.LastIndexOf("END:VCARD", StringComparison.OrdinalIgnoreCase);
            data = Encoding.UTF8.GetBytes(text.Insert(end, $"UID:{uid}\r\n"));
        }

        return (new Card(name, uid!, ETag(data), data, now), changed);
    }

    /// <summary>Content lines, unfolded (RFC 2425, 5.8.1).</summary>
    public static IEnumerable<(string Name, string Value)> Lines(string text)
    {
        var unfolded = text.ReplaceLineEndings("\n")
            .Replace("\n ", "", StringComparison.Ordinal)
            .Replace("\n\t", "", StringComparison.Ordinal);
        foreach (var line in unfolded.Split('\n'))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
                yield return (
                    line[..colon].Split(';')[0].Split('.')[^1].ToUpperInvariant(),
                    line[(colon + 1)..]
                );
        }
    }

    [SuppressMessage("Security", "CA5351", Justification = "The real server's ETag; it protects nothing.")]
    private static string ETag(byte[] data) => $"\"{Convert.ToHexStringLower(MD5.HashData(data))}\"";
}
