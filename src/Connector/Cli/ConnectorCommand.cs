using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using System.Globalization;
using Connector.Domain;
using Connector.Reports;
using Spectre.Console;
using Text = Connector.Domain.Text;

namespace Connector.Cli;

/// <summary>The program's command line: the table of its verbs.</summary>
internal static class ConnectorCommand
{
    /// <summary>What System.CommandLine says for SIGTERM when the verb ends by the cancellation itself.</summary>
    private const int Terminated = 143;

    /// <param name="args">As typed.</param>
    /// <param name="door">Where to read and write.</param>
    /// <param name="ct">Does what Ctrl-C does; System.CommandLine adds the signals of the process itself.</param>
    /// <returns>0 done, 1 failed, 2 partly done, 3 changes pending, 130 cancelled.</returns>
    public static async Task<int> RunAsync(string[] args, Doorway door, CancellationToken ct = default)
    {
        var culture = CultureInfo.GetCultureInfo(door.Language == Language.English ? "en" : "fr");
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = culture;
        var root = Build(door);
        var parsed = root.Parse(args);
        var errors = parsed
            .Errors.Select(error => error.Message)
            .Concat(UnknownOptions(parsed, door))
            .ToList();
        if (errors.Count > 0)
        {
            foreach (var error in errors)
            {
                door.Errors.MarkupLineInterpolated($"[red]✗[/] {error}");
            }

            var verb = ManualHelp.Title(parsed.CommandResult.Command);
            door.Errors.WriteLine(
                new Text($"Aide : {verb} --help", $"Help: {verb} --help").In(door.Language)
            );
            return 1;
        }

        var invocation = new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = TimeSpan.FromSeconds(10),
        };
        try
        {
            var code = await parsed.InvokeAsync(invocation, ct);
            return code == Terminated ? (int)RunOutcome.Cancelled : code;
        }
        catch (OperationCanceledException)
        {
            return (int)RunOutcome.Cancelled;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            door.Complain(NotWritable(error));
            return (int)RunOutcome.Failed;
        }
    }

    /// <summary>A misspelt option would be taken for the name of a file, and <c>init --forse</c> would make that folder.</summary>
    private static IEnumerable<string> UnknownOptions(ParseResult parsed, Doorway door) =>
        parsed
            .CommandResult.Children.OfType<ArgumentResult>()
            .SelectMany(argument => argument.Tokens)
            .Where(token => token.Value.Length > 1 && token.Value[0] == '-')
            .Select(token =>
                new Text(
                    $"L'option « {token.Value} » n'existe pas.",
                    $"There is no option '{token.Value}'."
                ).In(door.Language)
            );

    /// <summary>A file or folder of this machine that a verb needs and cannot use.</summary>
    private static Problem NotWritable(Exception error) =>
        new()
        {
            Code = "local-file",
            Message = new Text(
                $"Un fichier de cette machine ne peut pas être lu ou écrit ({error.Message}).",
                $"A file of this machine cannot be read or written ({error.Message})."
            ),
            Remedy = new Text(
                "Vérifiez la place et les droits du dossier, ou choisissez-en un autre.",
                "Check the folder's space and rights, or choose another one."
            ),
        };

    private static RootCommand Build(Doorway door)
    {
        var common = new CommonOptions(door.Language);
        var root = new RootCommand(Manuals.Root.Summary.In(door.Language));
        root.Options.Add(common.Lang);
        root.Subcommands.Add(LoginVerb.Build(door, common));
        root.Subcommands.Add(LogoutVerb.Build(door));
        root.Subcommands.Add(DoctorVerb.Build(door, common));
        root.Subcommands.Add(AdoptVerb.Build(door, common));
        root.Subcommands.Add(BlueprintVerb.Build(door, common));
        root.Subcommands.Add(AccessVerb.Build(door, common));
        root.Subcommands.Add(DriftVerb.Build(door, common));
        root.Subcommands.Add(PlanVerb.Build(door, common));
        root.Subcommands.Add(ApplyVerb.Build(door, common));
        root.Subcommands.Add(CloseVerb.Build(door, common));
        root.Subcommands.Add(ReopenVerb.Build(door, common));
        root.Subcommands.Add(StatusVerb.Build(door, common));
        root.Subcommands.Add(RoadmapVerb.Build(door, common));
        root.Subcommands.Add(MinutesVerb.Build(door, common));
        root.Subcommands.Add(ReviewVerb.Build(door, common));
        root.Subcommands.Add(AnnounceVerb.Build(door, common));
        root.Subcommands.Add(CalendarVerb.Build(door, common));
        root.Subcommands.Add(DirectoryVerb.Build(door, common));
        root.Subcommands.Add(PersonVerb.Build(door, common));
        root.Subcommands.Add(CoverageVerb.Build(door, common));
        root.Subcommands.Add(InspirationsVerb.Build(door, common));
        root.Subcommands.Add(DiagnosisVerb.Build(door, common));
        root.Subcommands.Add(TemplateVerb.Build(door, common));
        root.Subcommands.Add(ServeVerb.Build(door));
        root.Subcommands.Add(ConfigVerb.Build(door));
        root.Subcommands.Add(ConsoleVerb.Build(door));
        root.Subcommands.Add(JobVerb.Build(door, common));
        root.Subcommands.Add(TokenVerb.Build(door, common));
        root.Subcommands.Add(AuditVerb.Build(door, common));
        root.Subcommands.Add(LedgerVerb.Build(door, common));
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
