namespace Connector.DevServer;

/// <summary>
/// What Nextcloud 30 and later let an administrator forbid in names, told in the capability <c>files</c> and enforced
/// (<c>lib/private/Files/FilenameValidator.php</c>). Compared without case, characters excepted.
/// </summary>
public sealed record ForbiddenNames
{
    /// <summary><c>forbidden_filename_characters</c></summary>
    public IReadOnlyList<string> Characters { get; init; } = [];

    /// <summary><c>forbidden_filenames</c>: whole names.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary><c>forbidden_filename_basenames</c>: names up to their first dot.</summary>
    public IReadOnlyList<string> BaseNames { get; init; } = [];

    /// <summary><c>forbidden_filename_extensions</c>: ends of names, the dot included.</summary>
    public IReadOnlyList<string> Extensions { get; init; } = [];

    internal bool Any => Characters.Count + Names.Count + BaseNames.Count + Extensions.Count > 0;

    internal bool Refuses(string name) =>
        Characters.Any(sign => name.Contains(sign, StringComparison.Ordinal))
        || Names.Contains(name, StringComparer.OrdinalIgnoreCase)
        || BaseNames.Contains(name.Split('.')[0], StringComparer.OrdinalIgnoreCase)
        || Extensions.Any(end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase));
}
