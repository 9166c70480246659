using System.CommandLine;
using Connector.Cli.Demo;
using Connector.Domain;

namespace Connector.Cli;

/// <summary><c>connector demo</c></summary>
internal static class DemoVerb
{
    public static Command Build(Doorway door)
    {
        var once = new Option<bool>("--once")
        {
            Description = new Text(
                "S'arrête après avoir tout montré.",
                "Stops after having shown everything."
            ).In(door.Language),
        };
        var port = new Option<int>("--port")
        {
            Description = new Text(
                "Port à prendre ; par défaut un port libre.",
                "Port to take; default: a free one."
            ).In(door.Language),
            HelpName = "N",
        };
        var fresh = new Option<bool>("--fresh")
        {
            Description = new Text(
                "Sans l'année d'exemple : l'espace tel qu'il vient d'être mis en place.",
                "Without the sample year: the workspace as it was just set up."
            ).In(door.Language),
        };
        var verb = new Command("demo") { once, fresh, port };
        verb.SetAction(
            (result, ct) =>
                new DemoRun(
                    door,
                    result.GetValue(port),
                    result.GetValue(once),
                    result.GetValue(fresh)
                ).RunAsync(ct)
        );
        return verb;
    }
}
