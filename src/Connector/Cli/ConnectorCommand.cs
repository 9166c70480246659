using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;
using Connector.Domain;
using Spectre.Console;
using Text = Connector.Domain.Text;

namespace Connector.Cli;

/// <summary>The program's command line: the table of its verbs.</summary>
internal static class ConnectorCommand
{
    /// <returns>0 done, 1 failed, 2 partly done, 3 changes pending, 130 cancelled.</returns>
    public static async Task<int> RunAsync(string[] args, Doorway door)
    {
        var culture = CultureInfo.GetCultureInfo(door.Language == Language.English ? "en" : "fr");
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = culture;
        var root = Build(door);
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                door.Errors.MarkupLineInterpolated($"[red]✗[/] {error.Message}");
            }

            var hint = new Text("Aide : connector {0} --help", "Help: connector {0} --help").In(
                door.Language
            );
            var verb = parsed.CommandResult.Command == root ? "" : parsed.CommandResult.Command.Name;
            door.Errors.WriteLine(
                string.Format(CultureInfo.InvariantCulture, hint, verb)
                    .Replace("  ", " ", StringComparison.Ordinal)
            );
            return 1;
        }

        var invocation = new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = TimeSpan.FromSeconds(10),
        };
        return await parsed.InvokeAsync(invocation);
    }

    private static RootCommand Build(Doorway door)
    {
        var common = new CommonOptions(door.Language);
        var root = new RootCommand(Manuals.Root.Summary.In(door.Language));
        root.Options.Add(common.Lang);
        root.Subcommands.Add(LoginVerb.Build(door, common));
        root.Subcommands.Add(LogoutVerb.Build(door));
        root.Subcommands.Add(DoctorVerb.Build(door, common));
        root.Subcommands.Add(PlanVerb.Build(door, common));
        root.Subcommands.Add(ApplyVerb.Build(door, common));
        root.Subcommands.Add(StatusVerb.Build(door, common));
        root.Subcommands.Add(InitVerb.Build(door));
        root.Subcommands.Add(SchemaVerb.Build(door));
        root.Subcommands.Add(DemoVerb.Build(door));
        root.SetAction(result => new ManualHelp(door).Show(result.CommandResult.Command));
        var help = root.Options.OfType<HelpOption>().Single();
        help.Description = new Text("Montre cette aide.", "Shows this help.").In(door.Language);
        help.Action = new ManualHelp(door);
        var version = root.Options.OfType<VersionOption>().Single();
        version.Description = new Text("Montre la version.", "Shows the version.").In(door.Language);
        return root;
    }
}
