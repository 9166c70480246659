using System.CommandLine;
using Connector.Domain;
using Connector.Reports;
using Connector.Templates;

namespace Connector.Cli;

/// <summary><c>connector template lint FICHIER</c></summary>
internal static class TemplateLintVerb
{
    private sealed record Request(string File, string? Kind, string? Copy, bool Json);

    public static Command Build(Doorway door, CommonOptions common)
    {
        var file = new Argument<string>("FICHIER")
        {
            Description = new Text("Le modèle, un fichier .docx.", "The template, a .docx file.").In(
                door.Language
            ),
        };
        var kind = new Option<string?>("--kind")
        {
            Description = new Text(
                "Le genre de document, comme compte-rendu. Par défaut, celui qui connaît le plus de ses champs.",
                "The kind of document, such as compte-rendu. Default: the one that knows most of its fields."
            ).In(door.Language),
            HelpName = "GENRE",
        };
        var copy = new Option<string?>("--copy")
        {
            Description = new Text(
                "Écrit une copie annotée : un commentaire à chaque endroit, et ce qui est sûr est réparé. Le fichier ne doit pas exister.",
                "Writes a copy with a comment at each place, and what is certain mended. The file must not exist."
            ).In(door.Language),
            HelpName = "COPIE",
        };
        var verb = new Command("lint") { file, kind, copy, common.Json };
        verb.SetAction(result =>
            Run(
                door,
                new Request(
                    result.GetRequiredValue(file),
                    result.GetValue(kind),
                    result.GetValue(copy),
                    result.GetValue(common.Json)
                )
            )
        );
        return verb;
    }

    private static int Run(Doorway door, Request request)
    {
        var kind = request.Kind is null ? null : TemplateKinds.Find(request.Kind);
        if (request.Kind is not null && kind is null)
        {
            door.Complain(TemplateVerb.UnknownKind(request.Kind));
            return 1;
        }

        var docx = File.ReadAllBytes(request.File);
        var copy = request.Copy is null
            ? new LintCopy(TemplateLinter.Check(docx, kind), ReadOnlyMemory<byte>.Empty)
            : TemplateLinter.Mark(docx, kind, door.Language == Language.English);
        if (request.Copy is not null && !copy.Docx.IsEmpty && !NewFile.Write(door, request.Copy, copy.Docx))
        {
            return 1;
        }

        var written = copy.Docx.IsEmpty ? null : request.Copy;
        if (request.Json)
        {
            JsonReport.Write(door.Out, Json(request, copy.Report, written, door.Language));
        }
        else
        {
            Tell(door, request, copy.Report, written);
        }

        return copy.Report.HasErrors ? 1 : 0;
    }

    private static void Tell(Doorway door, Request request, LintReport report, string? copy)
    {
        door.Complain(Problems(report, LintSeverity.Error));
        door.Warn(Problems(report, LintSeverity.Warning));
        var kind = report.Kind is null
            ? new Text("sans champ", "without fields")
            : TemplateVerb.NameOf(report.Kind);
        var errors = report.Findings.Count(finding => finding.Severity == LintSeverity.Error);
        var rest = report.Findings.Count - errors;
        door.Say(
            new Text(
                $"{(report.HasErrors ? "✗" : "✓")} « {request.File} » ({kind.French}) : {Count(errors, "erreur")}, {Count(rest, "remarque")}.",
                $"{(report.HasErrors ? "✗" : "✓")} '{request.File}' ({kind.English}): {Count(errors, "error")}, {Count(rest, "remark")}."
            )
        );
        if (copy is not null)
        {
            var mended = report.Findings.Count(finding => finding.IsRepaired);
            door.Say(
                new Text(
                    $"Copie annotée dans « {copy} » ; réparé dedans : {mended}.",
                    $"Copy with comments in '{copy}'; mended in it: {mended}."
                )
            );
        }
    }

    public static IEnumerable<Problem> Problems(LintReport report, LintSeverity severity) =>
        report
            .Findings.Where(finding => finding.Severity == severity)
            .Select(finding => new Problem
            {
                Code = finding.Problem.Code,
                Message = new Text(
                    Sentence(finding.FrenchPlace, " : ", finding.Problem.French),
                    Sentence(finding.EnglishPlace, ": ", finding.Problem.English)
                ),
                Remedy = new Text(finding.Problem.FrenchRemedy, finding.Problem.EnglishRemedy),
            });

    private static string Sentence(string place, string separator, string words) =>
        place.Length == 0 ? words : place + separator + words;

    private static string Count(int number, string word) =>
        number > 1 ? $"{number} {word}s" : $"{number} {word}";

    private static object Json(Request request, LintReport report, string? copy, Language language) =>
        new
        {
            file = request.File,
            kind = report.Kind?.Name,
            valid = !report.HasErrors,
            copy,
            findings = report.Findings.Select(finding => new
            {
                code = finding.Problem.Code,
                severity = finding.Severity,
                place = new Text(finding.FrenchPlace, finding.EnglishPlace).In(language),
                message = new Text(finding.Problem.French, finding.Problem.English).In(language),
                remedy = new Text(finding.Problem.FrenchRemedy, finding.Problem.EnglishRemedy).In(language),
                repaired = finding.IsRepaired,
            }),
        };
}
