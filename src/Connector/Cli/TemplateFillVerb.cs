using System.CommandLine;
using Connector.Conversion;
using Connector.Domain;
using Connector.Templates;

namespace Connector.Cli;

/// <summary><c>connector template fill FICHIER</c></summary>
internal static class TemplateFillVerb
{
    public static Command Build(Doorway door)
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
        var output = TemplateVerb.Output(door);
        output.Description = new Text(
            "Le fichier à écrire, qui ne doit pas exister. Par défaut : le nom du modèle, suivi de « exemple ».",
            "File to write, which must not exist. Default: the template's name, followed by 'exemple'."
        ).In(door.Language);
        var verb = new Command("fill") { file, kind, output };
        verb.SetAction(
            (result, ct) =>
                Run(door, result.GetRequiredValue(file), result.GetValue(kind), result.GetValue(output), ct)
        );
        return verb;
    }

    private static async Task<int> Run(
        Doorway door,
        string file,
        string? kindName,
        string? output,
        CancellationToken ct
    )
    {
        var kind = kindName is null ? null : TemplateKinds.Find(kindName);
        if (kindName is not null && kind is null)
        {
            door.Complain(TemplateVerb.UnknownKind(kindName));
            return 1;
        }

        var path = output ?? $"{Path.GetFileNameWithoutExtension(file)} exemple.docx";
        if (!NewFile.IsFree(door, path))
        {
            return 1;
        }

        var docx = await File.ReadAllBytesAsync(file, ct);
        var report = TemplateLinter.Check(docx, kind);
        if (report.HasErrors)
        {
            door.Complain(TemplateLintVerb.Problems(report, LintSeverity.Error));
            return 1;
        }

        // A template without any field can be filled as any kind.
        var data = Specimen.Of(report.Kind ?? TemplateKinds.All[0]);
        var filled = await Fill(door, DocumentTemplate.Load(docx), data, ct);
        return NewFile.Write(door, path, filled)
            ? TemplateVerb.Done(door, new Text($"✓ « {path} » est écrit.", $"✓ '{path}' is written."))
            : 1;
    }

    private static async Task<byte[]> Fill(
        Doorway door,
        DocumentTemplate template,
        DocumentData data,
        CancellationToken ct
    ) =>
        await template.FillAsync(
            data,
            async (draft, stop) =>
            {
                var converted = LibreOffice.Find(door.Environment) is { } office
                    ? await office.Convert(draft, TargetFormat.PdfWithDestinations, stop)
                    : Converted.Not(ConversionProblems.NoPageNumbers);
                if (converted.Problem is { } problem)
                {
                    door.Warn([problem]);
                }

                return converted.Bytes;
            },
            ct
        );
}
