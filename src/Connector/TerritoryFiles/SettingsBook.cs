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
    /// <summary>Where it stands.</summary>
    public required SpanMap Map { get; init; }
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

    private SettingsBook(string path, byte[] bytes, string text, string? group) =>
        (_path, _bytes, _text, Group) = (path, bytes, text, group);

    /// <summary>Identifier of the group that is shown; null for the network itself.</summary>
    public string? Group { get; }

    /// <summary>Another one as soon as a byte of the file is another.</summary>
    public string Version => Convert.ToHexStringLower(SHA256.HashData(_bytes));

    /// <param name="path">The territory file.</param>
    /// <param name="group">Whose values; null for the network's.</param>
    /// <returns>Null for a file that cannot be read, and for a group that it has not.</returns>
    public static SettingsBook? Open(string path, string? group)
    {
        if (LocalFile.Read(path, new ProblemList(path)) is not { } bytes)
        {
            return null;
        }

        var book = new SettingsBook(
            path,
            bytes,
            new UTF8Encoding(false).GetString(bytes).TrimStart('\uFEFF'),
            group
        );
        return book.Patch() is { } patch && book.Map(patch) is not null ? book : null;
    }

    /// <summary>In the order of the form.</summary>
    public IReadOnlyList<SettingValue> Values() => Values(Patch()!);

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
    public IReadOnlyList<Problem> Save(IReadOnlyDictionary<string, string> wanted)
    {
        var (after, problems) = After(wanted);
        return problems.Count > 0 ? problems
            : TerritoryDraftFile.Save(_path, _bytes, after!) is { } problem ? [problem]
            : [];
    }

    private (byte[]? After, IReadOnlyList<Problem> Problems) After(IReadOnlyDictionary<string, string> wanted)
    {
        var patch = Patch()!;
        var isSet = Values(patch)
            .Where(value => wanted.ContainsKey(value.Name))
            .All(value =>
                value.Field.IsList
                    ? patch.SetList(value.Map, value.Field.Key, Lines(wanted[value.Name]))
                    : patch.Set(value.Map, value.Field.Key, wanted[value.Name])
            );
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

    private List<SettingValue> Values(YamlPatch patch)
    {
        var map = Map(patch)!;
        var fields = Group is null ? SettingFields.Network : SettingFields.Group;
        var values = Of(map, fields, "").ToList();
        if (Group is not null)
        {
            var meetings = YamlPatch.Maps(map, GroupRecord.Meetings).ToList();
            for (var index = 0; index < meetings.Count; index++)
            {
                values.AddRange(Of(meetings[index], SettingFields.Meeting, $"{index + 1}-"));
            }
        }

        return values;
    }

    private static IEnumerable<SettingValue> Of(
        SpanMap map,
        IEnumerable<SettingField> fields,
        string prefix
    ) =>
        fields
            // What has another form under the key is left to the file.
            .Where(field =>
                field.IsList
                    ? YamlPatch.Entries(map, field.Key) is not null
                    : YamlPatch.Find(map, field.Key) is null or SpanValue
            )
            .Select(field => new SettingValue(
                prefix + field.Name,
                field,
                field.IsList
                    ? string.Join('\n', YamlPatch.Entries(map, field.Key)!)
                    : YamlPatch.Words(map, field.Key) ?? ""
            )
            {
                Map = map,
            });

    /// <summary>Entries of a list as a form sends them: empty lines are none.</summary>
    public static IReadOnlyList<string> Lines(string words) =>
        words.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private SpanMap? Map(YamlPatch patch) =>
        Group is null
            ? patch.Top
            : YamlPatch
                .Maps(patch.Top, TerritoryRecord.Committees)
                .Concat(YamlPatch.Maps(patch.Top, TerritoryRecord.WorkingGroups))
                .FirstOrDefault(map => YamlPatch.Words(map, GroupRecord.Id)?.Trim() == Group);

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
