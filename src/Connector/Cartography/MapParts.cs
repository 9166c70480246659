using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Connector.Cartography;

/// <summary>The scripts and styles of the map, which are in this program: nothing is fetched to make or to show it.</summary>
internal static class MapParts
{
    private const string Prefix = "Connector.Cartography.";

    /// <summary>Leaflet 1.9.4 as npm has it; its licence (BSD-2-Clause) is beside it in the sources and in its first lines.</summary>
    public static string Leaflet { get; } = Read("leaflet.js");

    public static string Script { get; } = Read("carte.js");

    /// <summary>Leaflet's style and ours, in one sheet.</summary>
    public static string Style { get; } = Read("leaflet.css") + Read("carte.css");

    /// <summary>The licence in full, as it asks for in copies.</summary>
    public static string Licence { get; } = Read("LICENSE");

    /// <summary>A source of a Content-Security-Policy that lets exactly this text run.</summary>
    public static string Fingerprint(string text) =>
        $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";

    private static string Read(string name)
    {
        using var stream =
            Assembly.GetExecutingAssembly().GetManifestResourceStream(Prefix + name)
            ?? throw new InvalidOperationException($"the resource {Prefix}{name} is missing from this build");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
