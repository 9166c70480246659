using System.CommandLine;
using Connector.Domain;
using Connector.Domain.Territories;
using Connector.Nextcloud;
using Connector.Nextcloud.Login;
using Connector.Provisioning;
using Connector.Reports;
using Connector.TerritoryFiles;
using Connector.TerritoryFiles.Blueprints;
using Spectre.Console;
using Text = Connector.Domain.Text;

namespace Connector.Cli;

/// <summary><c>connector blueprint extract DOSSIER</c></summary>
internal static class ExtractVerb
{
    public static Command Build(Doorway door, CommonOptions common)
    {
        var options = new ExtractOptions(door.Language);
        var verb = new Command("extract")
        {
            options.Folder,
            options.Territory,
            options.Roles,
            options.Name,
            options.Depth,
            options.Output,
            common.Server,
            common.Ledger,
        };
        verb.SetAction(
            async (result, ct) =>
            {
                var output = result.GetValue(options.Output);
                if (output is not null && File.Exists(output))
                {
                    door.Complain(ExistsAlready(output));
                    return 1;
                }

                var (roles, problems) = Roles(result.GetValue(options.Roles) ?? []);
                var path = result.GetRequiredValue(options.Territory);
                var territory = new TerritoryRequest(
                    path,
                    result.GetValue(common.Server),
                    CommonOptions.LedgerPath(path, result.GetValue(common.Ledger))
                );
                var request = new ExtractRequest
                {
                    Folder = result.GetRequiredValue(options.Folder),
                    Name = result.GetValue(options.Name),
                    Roles = roles,
                    Depth = result.GetValue(options.Depth),
                };
                var report =
                    problems.Count > 0 ? new ExtractReport { Problems = problems }
                    : result.GetResult(options.Territory) is { Implicit: false } || File.Exists(path)
                        ? await OfTerritory(door, territory, request, ct)
                    : await OfServer(door, territory.Server, request, ct);
                return Show(door, report, output);
            }
        );
        return verb;
    }

    private static Task<ExtractReport> OfTerritory(
        Doorway door,
        TerritoryRequest territory,
        ExtractRequest request,
        CancellationToken ct
    ) =>
        TerritoryDoor.OpenAsync(
            door,
            territory,
            (client, ledger, loaded) =>
                new ExtractRun(client, door.Time).RunAsync(
                    request,
                    new ExtractSource(loaded.Territory!, loaded.Blueprints, ledger),
                    ct
                ),
            (_, problems) => new ExtractReport { Problems = problems },
            ct
        );

    private static async Task<ExtractReport> OfServer(
        Doorway door,
        Uri? server,
        ExtractRequest request,
        CancellationToken ct
    )
    {
        var lookup = new CredentialStore(door.Environment).Find(server);
        if (lookup.Account is null)
        {
            return new ExtractReport { Problems = [lookup.Problem!] };
        }

        await using var client = new NextcloudClientFactory(door.Time).Create(lookup.Account);
        return await new ExtractRun(client, door.Time).RunAsync(request, source: null, ct);
    }

    private static int Show(Doorway door, ExtractReport report, string? output)
    {
        door.Complain(report.Problems);
        if (report.Yaml is null)
        {
            return 1;
        }

        foreach (var note in report.Notes)
        {
            door.Errors.WriteLine($"! {note.In(door.Language)}");
        }

        if (output is null)
        {
            door.Out.Profile.Out.Writer.Write(report.Yaml);
            return 0;
        }

        File.WriteAllText(output, report.Yaml);
        door.Say(
            new Text(
                $"✓ Modèle écrit dans « {output} ». Relisez-le, puis : connector blueprint lint {output}",
                $"✓ Blueprint written to '{output}'. Read it, then: connector blueprint lint {output}"
            )
        );
        return 0;
    }

    private static (IReadOnlyDictionary<string, GroupRole> Roles, IReadOnlyList<Problem> Problems) Roles(
        IEnumerable<string> written
    )
    {
        var roles = new Dictionary<string, GroupRole>(StringComparer.Ordinal);
        var problems = new List<Problem>();
        foreach (var pair in written)
        {
            var at = pair.LastIndexOf('=');
            if (at > 0 && RightsRecord.RoleOf(pair[(at + 1)..]) is { } role)
            {
                roles[pair[..at]] = role;
            }
            else
            {
                problems.Add(BadRole(pair));
            }
        }

        return (roles, problems);
    }

    private static Problem BadRole(string pair)
    {
        var known = string.Join(", ", RightsRecord.Order.Select(RightsRecord.Word));
        return new Problem
        {
            Code = "bad-role",
            Message = new Text(
                $"« {pair} » ne dit pas le rôle d'un groupe.",
                $"'{pair}' does not tell a group's role."
            ),
            Remedy = new Text(
                $"Écrivez « groupe=rôle », le rôle étant l'un de : {known}.",
                $"Write 'group=role', the role being one of: {known}."
            ),
        };
    }

    private static Problem ExistsAlready(string path) =>
        new()
        {
            Code = "file-exists",
            Message = new Text(
                $"« {path} » existe déjà : rien n'a été écrit.",
                $"'{path}' exists already: nothing was written."
            ),
            Remedy = new Text("Choisissez un autre nom.", "Choose another name."),
        };
}
