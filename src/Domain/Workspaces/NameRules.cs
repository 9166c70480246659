using System.Collections.Frozen;

namespace Connector.Domain.Workspaces;

/// <summary>
/// What one server refuses beyond what Windows, macOS, Android and every Nextcloud refuse: the lists that
/// Nextcloud 30 and later publish in the capability <c>files</c>.
/// </summary>
public sealed class NameRules
{
    /// <summary>No server in particular.</summary>
    public static NameRules Default { get; } = new([], [], [], []);

    private readonly FrozenSet<int> _characters;
    private readonly FrozenSet<string> _names;
    private readonly FrozenSet<string> _basenames;
    private readonly string[] _extensions;

    /// <param name="characters">
    /// <c>forbidden_filename_characters</c>, each one character. Letters and digits of ASCII are passed over: the
    /// spelling of everything else needs them, and no name could be written without.
    /// </param>
    /// <param name="names"><c>forbidden_filenames</c>: whole names, whatever their case.</param>
    /// <param name="basenames"><c>forbidden_filename_basenames</c>: names up to their first dot.</param>
    /// <param name="extensions"><c>forbidden_filename_extensions</c>: ends of names, the dot included.</param>
    public NameRules(
        IEnumerable<string> characters,
        IEnumerable<string> names,
        IEnumerable<string> basenames,
        IEnumerable<string> extensions
    )
    {
        _characters = characters
            .SelectMany(text => text.EnumerateRunes())
            .Where(rune => !(rune.IsAscii && char.IsAsciiLetterOrDigit((char)rune.Value)))
            .Select(rune => rune.Value)
            .Where(value => value != FileName.Quote)
            .ToFrozenSet();
        _names = Words(names);
        _basenames = Words([.. FileName.Devices, .. basenames]);
        _extensions =
        [
            .. extensions.Where(ending => ending.Length > 0).Concat([".part", ".filepart"]).Distinct(),
        ];
        IsDefault = _characters.Count + _names.Count == 0 && !basenames.Any() && _extensions.Length == 2;
    }

    /// <summary>Whether this server refuses no more than all the others.</summary>
    internal bool IsDefault { get; }

    internal bool Forbids(int character) => _characters.Contains(character);

    /// <summary>Whether what stands before the first dot is a reserved name, spaces before the dot included.</summary>
    internal bool ForbidsBase(string name) => _basenames.Contains(name.Split('.')[0].TrimEnd());

    /// <summary>Whether the name as a whole, or its ending, is reserved.</summary>
    internal bool ForbidsEnd(string name) =>
        _names.Contains(name)
        || Array.Exists(_extensions, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    private static FrozenSet<string> Words(IEnumerable<string> words) =>
        words.Where(word => word.Length > 0).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
