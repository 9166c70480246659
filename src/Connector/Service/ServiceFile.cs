using Connector.Domain;
using Connector.TerritoryFiles;
using Connector.TerritoryFiles.Yaml;

namespace Connector.Service;

/// <summary>A configuration, read. Either it is there and whole, or <see cref="Problems"/> says why not.</summary>
internal sealed record ServiceLoad(ServiceConfiguration? Configuration, IReadOnlyList<Problem> Problems);

/// <summary>
/// Reads <c>connector.yaml</c> and the environment, and reports every problem at once. No network, nothing written, no
/// territory file opened: see <see cref="ServiceCheck"/> for those.
/// </summary>
internal static class ServiceFile
{
    /// <param name="path">The file. When it is missing and the environment names territories, that is enough.</param>
    /// <param name="environment">Variables of the process; what they say wins.</param>
    /// <param name="onlyDatabase">Whether the caller needs no secret but the database's: others may be out of its reach.</param>
    public static ServiceLoad Load(string path, Func<string, string?> environment, bool onlyDatabase = false)
    {
        var problems = new ProblemList(path);
        var said = new ServiceEnvironment(environment);
        var onlySaid = !File.Exists(path) && said.Territories.Count > 0;
        var draft = onlySaid ? new ServiceDraft() : Read(path, problems);
        if (draft is null)
        {
            return new ServiceLoad(null, problems.Errors);
        }

        var configuration = new ServiceResolver(draft, said, path, problems, onlyDatabase).Resolve(onlySaid);
        return problems.Any ? new ServiceLoad(null, problems.Errors) : new ServiceLoad(configuration, []);
    }

    private static ServiceDraft? Read(string path, ProblemList problems)
    {
        if (!File.Exists(path))
        {
            problems.Add("no-configuration", new SourcePlace(path, 0, 0), Missing(path), Write);
            return null;
        }

        if (LocalFile.Read(path, problems) is not { } bytes)
        {
            return null;
        }

        if (YamlReader.Read(bytes, problems) is not { } root)
        {
            if (!problems.Any)
            {
                problems.Add("empty-file", new SourcePlace(path, 1, 1), Empty, Write);
            }

            return null;
        }

        return ServiceRecord.Shape.TryRead(root, problems, out var draft) ? draft : null;
    }

    private static Text Missing(string path) =>
        new($"Le fichier « {path} » n'existe pas.", $"The file '{path}' does not exist.");

    private static readonly Text Empty = new("Le fichier est vide.", "The file is empty.");

    private static readonly Text Write = new(
        "Donnez-le par --config, ou écrivez-le : « territoires: » puis « - { id: aix, fichier: aix/territoire.yaml } » suffisent ; ou donnez CONNECTOR_TERRITORIES.",
        "Give it with --config, or write it: 'territoires:' then '- { id: aix, fichier: aix/territoire.yaml }' is enough; or set CONNECTOR_TERRITORIES."
    );
}
