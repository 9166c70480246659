using System.Text.Json.Serialization;

namespace Connector.Domain.Workspaces;

/// <summary>« gabarit »: a .docx of the territory's own that documents are filled from.</summary>
/// <param name="Name">As the blueprint writes it, from its own folder.</param>
/// <param name="Fingerprint">SHA-256 of the bytes, in lower-case hexadecimal.</param>
public sealed record TemplateFile(string Name, string Fingerprint)
{
    /// <summary>The bytes; the fingerprint speaks for them where files are compared or remembered.</summary>
    [JsonIgnore]
    public ReadOnlyMemory<byte> Docx { get; init; }

    public bool Equals(TemplateFile? other) =>
        other is not null && Name == other.Name && Fingerprint == other.Fingerprint;

    public override int GetHashCode() => HashCode.Combine(Name, Fingerprint);
}
