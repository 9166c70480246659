using System.CommandLine;
using Connector.Domain;
using Connector.Domain.Workspaces.Adoption;
using Connector.Provisioning;
using Connector.Reports;
using Connector.TerritoryFiles.Mappings;
using Spectre.Console;
using Text = Connector.Domain.Text;

namespace Connector.Cli;

/// <summary><c>connector adopt [TERRITOIRE]</c></summary>
internal static class AdoptVerb
{
    public static Command Build(Doorway door, CommonOptions common)
    {
        var mapping = Option<string?>(
            door,
            "--mapping",
            new Text("Fichier de décisions à suivre.", "File of decisions to follow.")
        );
        var output = Option<string?>(
            door,
            "--out",
            new Text(
                "Écrit ce qui est trouvé dans un fichier de décisions à corriger, et ne relie rien.",
                "Writes what is found to a file of decisions to correct, and links nothing."
            )
        );
        var yes = Option<bool>(
            door,
            "--yes",
            new Text(
                "Relie sans demander ce qui a le même nom, exactement ou aux accents et signes près.",
                "Links without asking what has the same name, exactly or but for accents and signs."
            )
        );
        var verb = new Command("adopt")
        {
            common.Territory,
            mapping,
            output,
            yes,
            common.Server,
            common.Ledger,
            common.All,
            common.Json,
        };
        verb.SetAction(
            async (result, ct) =>
            {
                var asked = new AdoptRequest(
                    result.GetValue(mapping),
                    result.GetValue(output),
                    result.GetValue(yes),
                    result.GetValue(common.Json)
                );
                var report = await RunAsync(door, PlanVerb.Request(result, common), asked, ct);
                return Show(door, report, asked.Json, result.GetValue(common.All));
            }
        );
        return verb;
    }

    private static async Task<AdoptReport> RunAsync(
        Doorway door,
        TerritoryRequest request,
        AdoptRequest asked,
        CancellationToken ct
    )
    {
        if (asked.Output is not null && File.Exists(asked.Output))
        {
            return Stopped(request, [], [ExistsAlready(asked.Output)]);
        }

        var (entries, problems) = asked.Mapping is null ? (null, []) : MappingFile.Load(asked.Mapping);
        if (problems.Count > 0)
        {
            return Stopped(request, [], problems);
        }

        var answers = new AdoptAnswers
        {
            Yes = asked.Yes && asked.Output is null,
            Mapping = entries,
            LinksNothing = asked.Output is not null,
            Ask =
                door.IsInteractive && !asked.Json && asked.Output is null
                    ? (line, stop) => Ask(door, line, stop)
                    : null,
        };
        var report = await TerritoryDoor.OpenAsync(
            door,
            request,
            async (client, ledger, loaded) =>
                await new AdoptRun(client, ledger, door.Time).RunAsync(
                    loaded.Territory!,
                    loaded.Blueprints,
                    answers,
                    ct
                ) with
                {
                    Warnings = loaded.Warnings,
                },
            (warnings, refusals) => Stopped(request, warnings, refusals),
            ct
        );
        if (asked.Output is not null && report.Plan is not null)
        {
            await File.WriteAllTextAsync(asked.Output, MappingWriter.Write(report.Lines, door.Language), ct);
        }

        return report;
    }

    private static Task<bool> Ask(Doorway door, AdoptionLine line, CancellationToken ct)
    {
        var question = new Text(
            $"{line.Kind.Noun().French} « {line.Wanted} » : est-ce « {line.Found!.Shown} » ({AdoptNames.Why(line.Quality).French}) ?",
            $"{line.Kind.Noun().English} '{line.Wanted}': is it '{line.Found!.Shown}' ({AdoptNames.Why(line.Quality).English})?"
        );
        var prompt = new ConfirmationPrompt(question.In(door.Language).EscapeMarkup())
        {
            DefaultValue = line.Quality == MatchQuality.Folded,
            Yes = door.Language == Language.English ? 'y' : 'o',
            No = 'n',
        };
        return prompt.ShowAsync(door.Out, ct);
    }

    private static int Show(Doorway door, AdoptReport report, bool json, bool all)
    {
        var text = new AdoptText(door.Out, door.Language);
        if (json)
        {
            text.WriteJson(report);
        }
        else
        {
            text.Write(report, all);
            door.Warn(report.Warnings);
            door.Complain(report.Problems);
        }

        return (int)report.Outcome;
    }

    private static Option<T> Option<T>(Doorway door, string name, Text description) =>
        new(name)
        {
            Description = description.In(door.Language),
            HelpName = typeof(T) == typeof(bool) ? null : new Text("FICHIER", "FILE").In(door.Language),
        };

    private static AdoptReport Stopped(
        TerritoryRequest request,
        IReadOnlyList<Problem> warnings,
        IReadOnlyList<Problem> problems
    ) =>
        new()
        {
            Territory = request.TerritoryPath,
            Warnings = warnings,
            Problems = problems,
        };

    private static Problem ExistsAlready(string path) =>
        new()
        {
            Code = "file-exists",
            Message = new Text($"Le fichier « {path} » existe déjà.", $"The file '{path}' exists already."),
            Remedy = new Text(
                "Donnez un autre nom à --out ; un fichier qui existe n'est jamais remplacé.",
                "Give --out another name; a file that exists is never replaced."
            ),
        };

    private sealed record AdoptRequest(string? Mapping, string? Output, bool Yes, bool Json);
}
