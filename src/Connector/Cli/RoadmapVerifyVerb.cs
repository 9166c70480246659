using System.CommandLine;
using Connector.Domain;
using Connector.Nextcloud;
using Connector.Reports;
using Connector.Roadmaps;

namespace Connector.Cli;

/// <summary><c>connector roadmap verify FICHIER</c></summary>
internal static class RoadmapVerifyVerb
{
    public static Command Build(Doorway door, CommonOptions common, GroupOptions options)
    {
        var file = new Argument<string>("FICHIER")
        {
            Description = new Text(
                "Un fichier de cette machine : .docx, ou l'une des formes publiées (.pdf, .odt).",
                "A file of this machine: .docx, or one of the published forms (.pdf, .odt)."
            ).In(door.Language),
        };
        var verb = new Command("verify")
        {
            file,
            options.Territory,
            common.Server,
            common.Ledger,
            common.Json,
        };
        verb.SetAction(
            async (result, ct) =>
            {
                var path = result.GetRequiredValue(file);
                var report = await RunAsync(door, path, RoadmapVerb.Request(result, common, options), ct);
                if (result.GetValue(common.Json))
                {
                    report.WriteJson(door.Out, door.Language);
                }
                else
                {
                    report.Write(door.Out, door.Language);
                    door.Complain(report.Problems);
                }

                return (int)report.Outcome;
            }
        );
        return verb;
    }

    private static Task<VerifyReport> RunAsync(
        Doorway door,
        string path,
        TerritoryRequest request,
        CancellationToken ct
    ) =>
        TerritoryDoor.OpenAsync(
            door,
            request,
            async (client, ledger, loaded) =>
            {
                var name = Path.GetFileName(path);
                try
                {
                    var bytes = await File.ReadAllBytesAsync(path, ct);
                    return await new VerifyRun(client, ledger, door.Time).RunAsync(
                        loaded.Territory!,
                        name,
                        bytes,
                        ct
                    );
                }
                catch (NextcloudException error)
                {
                    return new VerifyReport { File = name, Problems = [error.Problem] };
                }
            },
            (_, problems) => new VerifyReport { File = Path.GetFileName(path), Problems = problems },
            ct
        );
}
