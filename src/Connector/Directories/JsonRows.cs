using System.Text.Json;
using Connector.Domain;
using Connector.Domain.Directories;
using Connector.TerritoryFiles;

namespace Connector.Directories;

/// <summary>
/// A JSON file of places: an array of objects, alone or under a key (<c>records</c>, <c>features</c> …). What lies in objects
/// within (<c>adresse</c>, <c>fields</c>, <c>properties</c>) is read as if it lay beside them.
/// </summary>
internal static class JsonRows
{
    private const int Deepest = 4;

    public static IEnumerable<ImportRow> Read(string path, byte[] bytes, ProblemList problems)
    {
        try
        {
            var text = bytes.AsMemory(bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0);
            using var json = JsonDocument.Parse(
                text,
                new JsonDocumentOptions { AllowTrailingCommas = true, MaxDepth = 32 }
            );
            if (Places(json.RootElement) is { } places)
            {
                return [.. places.EnumerateArray().Select((place, index) => Row(path, place, index))];
            }

            problems.Add("no-places", new SourcePlace(path, 0, 0), NoPlaces, AnArray);
        }
        catch (JsonException error)
        {
            problems.Incomplete = true;
            problems.Add(
                "bad-json",
                new SourcePlace(
                    path,
                    (int)(error.LineNumber ?? 0) + 1,
                    (int)(error.BytePositionInLine ?? 0) + 1
                ),
                new Text("Ce fichier n'est pas du JSON lisible.", "This file is not readable JSON."),
                new Text(
                    "Téléchargez-le de nouveau, ou prenez le CSV.",
                    "Download it again, or take the CSV."
                )
            );
        }

        return [];
    }

    private static JsonElement? Places(JsonElement root) =>
        root.ValueKind switch
        {
            JsonValueKind.Array => root,
            JsonValueKind.Object => root.EnumerateObject()
                .Select(member => member.Value)
                .Where(value => value.ValueKind == JsonValueKind.Array)
                .Cast<JsonElement?>()
                .FirstOrDefault(),
            _ => null,
        };

    /// <summary>A place in JSON is told by its rank, from 1.</summary>
    private static ImportRow Row(string path, JsonElement place, int index)
    {
        var cells = new List<KeyValuePair<StandardColumn, string>>();
        Collect(place, cells, 0);
        var at = new SourcePlace(path, index + 1, 1);
        var isStandard = cells.Exists(cell => cell.Key is StandardColumn.Pivot or StandardColumn.UpdatedOn);
        return new ImportRow(cells, at, column => at with { Column = (int)column + 1 }, isStandard);
    }

    private static void Collect(
        JsonElement element,
        List<KeyValuePair<StandardColumn, string>> cells,
        int depth
    )
    {
        if (element.ValueKind != JsonValueKind.Object || depth > Deepest)
        {
            return;
        }

        foreach (var member in element.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.Object)
            {
                Collect(member.Value, cells, depth + 1);
            }
            else if (
                StandardHeaders.Find(member.Name) is { } column
                && cells.TrueForAll(cell => cell.Key != column)
            )
            {
                cells.Add(KeyValuePair.Create(column, Words(member.Value)));
            }
        }
    }

    private static string Words(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.Array => string.Join(
                StandardColumns.Separator,
                value.EnumerateArray().Select(Words).Where(words => words.Length > 0)
            ),
            _ => "",
        };

    private static readonly Text NoPlaces = new(
        "Ce fichier JSON ne contient aucune liste de lieux.",
        "This JSON file holds no list of places."
    );

    private static readonly Text AnArray = new(
        "Il faut un tableau d'objets : [ { \"nom\": … } ].",
        "An array of objects is needed: [ { \"nom\": … } ]."
    );
}
