using System.Text;
using Connector.Domain;
using Connector.TerritoryFiles;
using Connector.TerritoryFiles.Yaml;
using YamlDotNet.Core;

namespace Connector.Service;

/// <summary>
/// Adds a territory to <c>connector.yaml</c>: one line behind the last, everything else stays as it was written. What comes of it
/// has to be a whole configuration, and takes the other's place in one move; the service reads it within seconds.
/// </summary>
internal static class TerritoryRegistration
{
    /// <param name="path">The configuration.</param>
    /// <param name="id">Of the territory, which no other has.</param>
    /// <param name="file">Its file, from the configuration's folder.</param>
    /// <param name="secrets">Its folder of secrets, from there too.</param>
    /// <param name="environment">Of the process.</param>
    /// <returns>What kept it from being added; nothing was written then.</returns>
    public static IReadOnlyList<Problem> Add(
        string path,
        string id,
        string file,
        string secrets,
        Func<string, string?> environment
    )
    {
        var problems = new ProblemList(path);
        if (LocalFile.Read(path, problems) is not { } before)
        {
            return problems.Errors;
        }

        var text = Encoding.UTF8.GetString(before);
        var entry = $"{{ id: {id}, fichier: {Flow(file)}, secrets: {Flow(secrets)} }}";
        return Added(text, entry) is { } after
            ? Write(path, before, after, environment)
            : [ByHand(path, entry)];
    }

    private static string? Added(string text, string entry)
    {
        if (YamlPatch.Open(text) is not { } patch)
        {
            return null;
        }

        return
            YamlPatch.Find(patch.Top, ServiceRecord.Territories) is SpanList list && patch.Append(list, entry)
            ? patch.Result()
            : null;
    }

    private static IReadOnlyList<Problem> Write(
        string path,
        byte[] before,
        string after,
        Func<string, string?> environment
    )
    {
        // In the same folder, for what it names lies beside it.
        var draft = Path.Combine(Path.GetDirectoryName(path)!, $".connector-{Guid.NewGuid():N}.yaml");
        try
        {
            File.WriteAllText(draft, after, new UTF8Encoding(false));
            if (ServiceFile.Load(draft, environment) is { Problems: { Count: > 0 } wrong })
            {
                return wrong;
            }

            return
                TerritoryDraftFile.Save(path, before, new UTF8Encoding(false).GetBytes(after)) is { } problem
                ? [problem]
                : [];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [Unwritable(path)];
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private static string Flow(string words) => YamlWords.OnOneLine(words, ScalarStyle.Plain, isFlow: true);

    private static Problem ByHand(string path, string entry) =>
        new()
        {
            Code = "configuration-by-hand",
            Message = new Text(
                "La liste « territoires » de connector.yaml est écrite dans une forme que Connector ne change pas.",
                "The list 'territoires' of connector.yaml is written in a form that Connector does not change."
            ),
            Remedy = new Text($"Ajoutez-y vous-même : - {entry}", $"Add to it yourself: - {entry}"),
            Place = new SourcePlace(path, 0, 0),
        };

    private static Problem Unwritable(string path) =>
        new()
        {
            Code = "configuration-unwritable",
            Message = new Text(
                "Le service n'a pas le droit d'écrire à côté de connector.yaml.",
                "The service may not write beside connector.yaml."
            ),
            Remedy = new Text(
                "Donnez-le à l'utilisateur du service pour la durée de la mise en route, puis recommencez.",
                "Allow it to the service's user for the time of the set-up, then do it again."
            ),
            Place = new SourcePlace(path, 0, 0),
        };
}
