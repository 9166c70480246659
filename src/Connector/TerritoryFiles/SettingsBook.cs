using System.Security.Cryptography;
using System.Text;
using Connector.Domain;
using Connector.TerritoryFiles.Records;
using Connector.TerritoryFiles.Yaml;

namespace Connector.TerritoryFiles;

/// <summary>A value of the file, and the form's field for it.</summary>
/// <param name="Name">What the form calls it: the field's name, behind the number of its meeting.</param>
/// <param name="Field">Which.</param>
/// <param name="Words">What the file says; empty where it says nothing.</param>
internal sealed record SettingValue(string Name, SettingField Field, string Words)
{
    /// <summary>Where it stands; null while the file has no such map.</summary>
    public required SpanMap? Map { get; init; }

    /// <summary>Number of the row that it is of; 0 for a value of the part itself.</summary>
    public int Row { get; init; }
}

/// <summary>One map of a list of the file.</summary>
/// <param name="Number">From 1, over all lists of the part: the names of its fields begin with it.</param>
/// <param name="Map">Itself.</param>
/// <param name="Owner">The map that the list is in.</param>
/// <param name="List">The list's key there.</param>
/// <param name="Group">Identifier of the group whose list it is in; null for the network's.</param>
internal sealed record SettingRow(int Number, SpanMap Map, SpanMap Owner, Shapes.Key List, string? Group)
{
    /// <summary>What it says under a key; empty where it says nothing.</summary>
    public string Says(Shapes.Key key) => YamlPatch.Words(Map, key)?.Trim() ?? "";
}

/// <summary>
/// The territory file as forms show it. The file stays the truth: it is written back with its comments, its order and all
/// that no form shows, byte for byte but for the values that changed, and only when it is a whole territory then.
/// </summary>
internal sealed class SettingsBook
{
    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    private readonly string _path;
    private readonly byte[] _bytes;
    private readonly string _text;

    private SettingsBook(string path, byte[] bytes, string text, SettingsPart part) =>
        (_path, _bytes, _text, Part) = (path, bytes, text, part);

    public SettingsPart Part { get; }

    /// <summary>Another one as soon as a byte of the file is another.</summary>
    public string Version => Convert.ToHexStringLower(SHA256.HashData(_bytes));

    /// <param name="path">The territory file.</param>
    /// <param name="part">Which values.</param>
    /// <returns>Null for a file that cannot be read, and for a part that it has not.</returns>
    public static SettingsBook? Open(string path, SettingsPart part)
    {
        if (LocalFile.Read(path, new ProblemList(path)) is not { } bytes)
        {
            return null;
        }

        var book = new SettingsBook(
            path,
            bytes,
            new UTF8Encoding(false).GetString(bytes).TrimStart('\uFEFF'),
            part
        );
        return book.Patch() is { } patch && part.IsIn(patch.Top) ? book : null;
    }

    /// <summary>In the order of the form.</summary>
    public IReadOnlyList<SettingValue> Values() => Values(Patch()!);

    /// <summary>The maps of the part's lists, in the order of the file.</summary>
    public IReadOnlyList<SettingRow> Rows() => Rows(Patch()!);

    /// <summary>What would be wrong, by the names of the form's fields, if values were written; each is judged alone.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Problem>> Judge(
        IReadOnlyDictionary<string, string> wanted
    ) =>
        wanted
            .Select(pair =>
                (
                    pair.Key,
                    Problems: After(new Dictionary<string, string> { [pair.Key] = pair.Value }).Problems
                )
            )
            .Where(pair => pair.Problems.Count > 0)
            .ToDictionary(pair => pair.Key, pair => pair.Problems, StringComparer.Ordinal);

    /// <summary>Writes values.</summary>
    /// <returns>What kept them from being written; nothing was, then.</returns>
    public IReadOnlyList<Problem> Save(IReadOnlyDictionary<string, string> wanted) => Write(After(wanted));

    /// <summary>Adds a map to a list of the part.</summary>
    /// <param name="group">Whose list; null for the network's.</param>
    /// <param name="list">Its key.</param>
    /// <param name="entry">What the map says; what has no words is left out.</param>
    /// <returns>What kept it from being written; nothing was, then.</returns>
    public IReadOnlyList<Problem> Add(
        string? group,
        Shapes.Key list,
        IReadOnlyList<(Shapes.Key Key, string Words)> entry
    )
    {
        var patch = Patch()!;
        var owner = group is null ? patch.Top : SettingsPart.Map(patch.Top, group);
        return Write(
            After(
                patch,
                owner is not null
                    && patch.AddEntry(owner, list, [.. entry.Where(pair => pair.Words.Length > 0)])
            )
        );
    }

    /// <summary>Takes a map out of a list of the part.</summary>
    /// <param name="number">Of its row.</param>
    /// <returns>What kept it from being written; nothing was, then.</returns>
    public IReadOnlyList<Problem> Remove(int number)
    {
        var patch = Patch()!;
        var row = Rows(patch).FirstOrDefault(row => row.Number == number);
        var isOut = row is not null && patch.RemoveEntry(row.Owner, row.List, row.Map);
        return Write(After(patch, isOut));
    }

    private IReadOnlyList<Problem> Write((byte[]? After, IReadOnlyList<Problem> Problems) judged) =>
        judged.Problems.Count > 0 ? judged.Problems
        : TerritoryDraftFile.Save(_path, _bytes, judged.After!) is { } problem ? [problem]
        : [];

    private (byte[]? After, IReadOnlyList<Problem> Problems) After(IReadOnlyDictionary<string, string> wanted)
    {
        var patch = Patch()!;
        var values = Values(patch).FindAll(value => wanted.ContainsKey(value.Name));
        var isSet = values.TrueForAll(value =>
            value.Map is not { } map
            || (
                value.Field.IsList
                    ? patch.SetList(map, value.Field.Key, Lines(wanted[value.Name]))
                    : patch.Set(map, value.Field.Key, wanted[value.Name])
            )
        );
        var homeless = values.FindAll(value => value.Map is null && wanted[value.Name].Length > 0);
        return After(
            patch,
            isSet
                && (
                    homeless.Count == 0
                    || patch.AddMap(
                        Part.Under!,
                        [
                            .. homeless.Select(value =>
                                value.Field.IsList
                                    ? (value.Field.Key, (string?)null, Lines(wanted[value.Name]))
                                    : (value.Field.Key, wanted[value.Name], null)
                            ),
                        ]
                    )
                )
        );
    }

    private (byte[]? After, IReadOnlyList<Problem> Problems) After(YamlPatch patch, bool isSet)
    {
        if (!isSet || patch.Result() is not { } text)
        {
            return (null, [ByHand]);
        }

        byte[] after =
        [
            .. _bytes.AsSpan().StartsWith(Mark) ? Mark : [],
            .. new UTF8Encoding(false).GetBytes(text),
        ];
        return (after, TerritoryDraftFile.Judge(_path, after));
    }

    private List<SettingValue> Values(YamlPatch patch) =>
        [
            .. Of(Part.Map(patch.Top), Part.Fields, 0),
            .. Rows(patch).SelectMany(row => Of(row.Map, Part.FieldsOf(row.Map), row.Number)),
        ];

    private List<SettingRow> Rows(YamlPatch patch) =>
        [
            .. Part.Lists(patch.Top)
                .SelectMany(list => YamlPatch.Maps(list.Owner, list.List).Select(map => (list, map)))
                .Select(
                    (row, index) =>
                        new SettingRow(
                            index + 1,
                            row.map,
                            row.list.Owner,
                            row.list.List,
                            row.list.Owner == patch.Top
                                ? null
                                : YamlPatch.Words(row.list.Owner, GroupRecord.Id)?.Trim()
                        )
                ),
        ];

    private static IEnumerable<SettingValue> Of(SpanMap? map, IEnumerable<SettingField> fields, int row) =>
        fields
            // What has another form under the key is left to the file.
            .Where(field =>
                map is null
                || (
                    field.IsList
                        ? YamlPatch.Entries(map, field.Key) is not null
                        : YamlPatch.Find(map, field.Key) is null or SpanValue
                )
            )
            .Select(field => new SettingValue(
                row == 0 ? field.Name : $"{row}-{field.Name}",
                field,
                map is null ? ""
                    : field.IsList ? string.Join('\n', YamlPatch.Entries(map, field.Key)!)
                    : YamlPatch.Words(map, field.Key) ?? ""
            )
            {
                Map = map,
                Row = row,
            });

    /// <summary>Entries of a list as a form sends them: empty lines are none.</summary>
    public static IReadOnlyList<string> Lines(string words) =>
        words.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private YamlPatch? Patch() => YamlPatch.Open(_text);

    private Problem ByHand =>
        new()
        {
            Code = "settings-by-hand",
            Message = new Text(
                "Cette valeur est écrite dans une forme que Connector ne change pas : rien n'a été écrit.",
                "This value is written in a form that Connector does not change: nothing was written."
            ),
            Remedy = new Text("Changez-la dans le fichier lui-même.", "Change it in the file itself."),
            Place = new SourcePlace(_path, 0, 0),
        };
}
