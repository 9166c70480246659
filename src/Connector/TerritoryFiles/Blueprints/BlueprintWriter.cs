using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;

namespace Connector.TerritoryFiles.Blueprints;

/// <summary>
/// Writes a blueprint as a file that <see cref="BlueprintFile"/> reads back to the same blueprint: the same blueprint,
/// the same bytes.
/// </summary>
internal sealed partial class BlueprintWriter
{
    private readonly StringBuilder _file = new();

    private BlueprintWriter() { }

    /// <param name="blueprint">Areas that it does not have are left out.</param>
    /// <param name="heading">Lines of comment at the top.</param>
    public static string Write(Blueprint blueprint, IEnumerable<string> heading)
    {
        var writer = new BlueprintWriter();
        foreach (var line in heading)
        {
            writer.Line(0, $"# {line}");
        }

        writer.Line(0, $"nom: {Scalar(blueprint.Name)}");
        writer.Line(0, $"version: {Scalar(blueprint.Version)}");
        if (blueprint.Tokens.Count > 0)
        {
            writer.Line(0, "jetons:");
            foreach (
                var (token, value) in blueprint.Tokens.OrderBy(token => token.Key, StringComparer.Ordinal)
            )
            {
                writer.Line(1, $"{Scalar(token)}: {Scalar(value)}");
            }
        }

        foreach (var (area, layout) in blueprint.Areas.OrderBy(area => area.Key))
        {
            writer.Line(0, "");
            writer.Area(BlueprintRecord.Word(area), layout);
        }

        return writer._file.ToString();
    }

    private void Area(string word, AreaBlueprint area)
    {
        Line(0, $"{word}:");
        Line(1, $"nom: {Scalar(area.Name)}");
        if (area.CalendarColour is { } colour)
        {
            Line(1, $"couleur: {Scalar(colour)}");
        }

        if (!area.HasCalendar)
        {
            Line(1, "agenda: non");
        }

        if (area.Quota is { } quota)
        {
            Line(1, $"quota: {ByteSize.French(quota)}");
        }

        Content(1, area.Rights, area.Description, area.Documents, area.Folders);
    }

    private void Content(
        int depth,
        IReadOnlyDictionary<GroupRole, AccessLevel> rights,
        string? description,
        IReadOnlyList<DocumentBlueprint> documents,
        IReadOnlyList<FolderBlueprint> folders
    )
    {
        if (rights.Count > 0)
        {
            var each = RightsRecord
                .Order.Where(rights.ContainsKey)
                .Select(role => $"{RightsRecord.Word(role)}: {RightsRecord.Word(rights[role])}");
            Line(depth, $"droits: {{ {string.Join(", ", each)} }}");
        }

        Description(depth, description);
        if (documents.Count > 0)
        {
            Line(depth, "documents:");
        }

        foreach (var document in documents)
        {
            var template = document.Template is { } file ? $", gabarit: {Scalar(file.Name)}" : "";
            Line(
                depth + 1,
                $"- {{ nom: {Scalar(document.Name)}, genre: {DocumentRecord.Word(document.Kind)}{template} }}"
            );
        }

        if (folders.Count > 0)
        {
            Line(depth, "dossiers:");
        }

        foreach (var folder in folders)
        {
            Folder(depth + 1, folder);
        }
    }

    private void Folder(int depth, FolderBlueprint folder)
    {
        var isBare =
            folder.Rights.Count + folder.Documents.Count + folder.Folders.Count == 0
            && folder.Description is null;
        if (isBare)
        {
            Line(depth, $"- {Scalar(folder.Name)}");
            return;
        }

        Line(depth, $"- nom: {Scalar(folder.Name)}");
        Content(depth + 1, folder.Rights, folder.Description, folder.Documents, folder.Folders);
    }

    private void Description(int depth, string? description)
    {
        if (description is null)
        {
            return;
        }

        if (!description.Contains('\n', StringComparison.Ordinal))
        {
            Line(depth, $"description: {Scalar(description)}");
            return;
        }

        Line(depth, "description: |-");
        foreach (var line in description.Split('\n'))
        {
            Line(line.Length == 0 ? 0 : depth + 1, line);
        }
    }

    private void Line(int depth, string text) =>
        _file.Append(CultureInfo.InvariantCulture, $"{new string(' ', depth * 2)}{text}\n");

    /// <summary>Without quotes where YAML cannot take it for anything else.</summary>
    private static string Scalar(string value) =>
        Plain().IsMatch(value) && !new Yaml.ScalarNode(value, true, 0, 0).IsEmpty
            ? value
            : $"\"{string.Concat(value.Select(Escaped))}\"";

    /// <summary>YAML 1.2, 5.7: what ends a line, or cannot be seen, is written by its number.</summary>
    private static string Escaped(char letter) =>
        letter is '\\' or '"' ? $"\\{letter}"
        : char.GetUnicodeCategory(letter)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
            ? $"\\u{(int)letter:x4}"
        : $"{letter}";

    [GeneratedRegex(@"^[\p{L}\p{N}](?:[\p{L}\p{N} ._()'’&/+-]*[\p{L}\p{N}._)'’+-])?\z")]
    private static partial Regex Plain();
}
