using System.CommandLine;
using System.Globalization;
using Connector.Domain;
using Connector.Reports;
using Connector.Roadmaps;

namespace Connector.Cli;

/// <summary><c>connector roadmap sign GROUPE --organisation … --by … --proof …</c></summary>
internal static class RoadmapSignVerb
{
    /// <summary>A scanned page; larger ones are a mistake in the name of the file.</summary>
    private const long LargestProof = 50 * 1024 * 1024;

    public static Command Build(Doorway door, CommonOptions common, GroupOptions options)
    {
        var who = RoadmapVerb.Who(door, ArgumentArity.ExactlyOne);
        var sign = new SignOptions(door.Language);
        var verb = new Command("sign")
        {
            who,
            sign.Organisation,
            sign.Signatory,
            sign.Capacity,
            sign.On,
            sign.Proof,
            options.Territory,
            common.Server,
            common.Ledger,
            common.Json,
        };
        verb.SetAction(
            (result, ct) =>
            {
                var path = result.GetRequiredValue(sign.Proof);
                if (Proof(path) is not { } proof)
                {
                    door.Complain(RoadmapProblems.NoProof(path));
                    return Task.FromResult((int)RunOutcome.Failed);
                }

                var paper = new PaperSignature(
                    result.GetRequiredValue(sign.Organisation),
                    result.GetRequiredValue(sign.Signatory),
                    result.GetValue(sign.Capacity),
                    result.GetValue(sign.On) ?? DateOnly.FromDateTime(door.Time.GetLocalNow().DateTime),
                    proof
                );
                return ReportDoor.RunAsync(
                    door,
                    ReportDoor.Request(result, common, options),
                    result.GetValue(common.Json),
                    (client, ledger, loaded) =>
                        new SignRun(client, ledger, door.Time).RunAsync(
                            loaded.Territory!,
                            loaded.Blueprints,
                            result.GetRequiredValue(who)!,
                            paper,
                            ct
                        ),
                    problems => RoadmapReport.Refused(problems),
                    ct
                );
            }
        );
        return verb;
    }

    private static PaperProof? Proof(string path)
    {
        var file = new FileInfo(path);
        return file is { Exists: true, Length: > 0 and <= LargestProof }
            ? new PaperProof(File.ReadAllBytes(path), file.Extension)
            : null;
    }

    private sealed class SignOptions(Language language)
    {
        public Option<string> Organisation { get; } =
            new("--organisation")
            {
                Description = new Text(
                    "L'organisation membre qui signe : identifiant de l'annuaire, ou nom.",
                    "The member organisation that signs: identifier in the directory, or name."
                ).In(language),
                Required = true,
            };

        public Option<string> Signatory { get; } =
            new("--by")
            {
                Description = new Text("Qui a signé, prénom et nom.", "Who signed, first name and name.").In(
                    language
                ),
                HelpName = "PERSONNE",
                Required = true,
            };

        public Option<string?> Capacity { get; } =
            new("--capacity")
            {
                Description = new Text(
                    "En quelle qualité : maire, présidente, directeur …",
                    "In which capacity: mayor, president, director …"
                ).In(language),
                HelpName = "QUALITÉ",
            };

        public Option<DateOnly?> On { get; } =
            new("--on")
            {
                Description = new Text(
                    "Le jour inscrit sur le papier, AAAA-MM-JJ. Par défaut : aujourd'hui.",
                    "The day on the paper, YYYY-MM-DD. Default: today."
                ).In(language),
                HelpName = "JOUR",
                CustomParser = result =>
                {
                    if (
                        DateOnly.TryParseExact(
                            result.Tokens[0].Value,
                            "yyyy-MM-dd",
                            CultureInfo.InvariantCulture,
                            DateTimeStyles.None,
                            out var day
                        )
                    )
                    {
                        return day;
                    }

                    result.AddError(
                        new Text(
                            $"« {result.Tokens[0].Value} » n'est pas un jour ; exemple : 2026-12-03",
                            $"'{result.Tokens[0].Value}' is not a day; example: 2026-12-03"
                        ).In(language)
                    );
                    return null;
                },
            };

        public Option<string> Proof { get; } =
            new("--proof")
            {
                Description = new Text(
                    "La page signée, numérisée ou photographiée ; elle est gardée dans Pilotage.",
                    "The signed page, scanned or photographed; it is kept in the coordinators' folder."
                ).In(language),
                HelpName = "FICHIER",
                Required = true,
            };
    }
}
