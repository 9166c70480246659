using System.CommandLine;
using Connector.Domain;
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
            (result, ct) =>
            {
                var path = result.GetRequiredValue(file);
                var name = Path.GetFileName(path);
                return ReportDoor.RunAsync(
                    door,
                    ReportDoor.Request(result, common, options),
                    result.GetValue(common.Json),
                    async (client, ledger, loaded) =>
                        await new VerifyRun(client, ledger, door.Time).RunAsync(
                            loaded.Territory!,
                            name,
                            await File.ReadAllBytesAsync(path, ct),
                            ct
                        ),
                    problems => new VerifyReport { File = name, Problems = problems },
                    ct
                );
            }
        );
        return verb;
    }
}
