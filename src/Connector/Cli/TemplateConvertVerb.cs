using System.CommandLine;
using Connector.Conversion;
using Connector.Domain;

namespace Connector.Cli;

/// <summary><c>connector template convert FICHIER --to pdf|odt|html</c></summary>
internal static class TemplateConvertVerb
{
    public static Command Build(Doorway door)
    {
        var file = new Argument<string>("FICHIER")
        {
            Description = new Text("Le document, un fichier .docx.", "The document, a .docx file.").In(
                door.Language
            ),
        };
        var to = new Option<string>("--to")
        {
            Description = new Text(
                "La forme voulue : pdf (par défaut), odt ou html.",
                "The form wanted: pdf (default), odt or html."
            ).In(door.Language),
            HelpName = "pdf|odt|html",
            DefaultValueFactory = _ => TargetFormat.Pdf.Extension,
        };
        var output = TemplateVerb.Output(door);
        output.Description = new Text(
            "Le fichier à écrire, qui ne doit pas exister. Par défaut : le même nom, dans le dossier courant.",
            "File to write, which must not exist. Default: the same name, in the current folder."
        ).In(door.Language);
        var verb = new Command("convert") { file, to, output };
        verb.SetAction(
            (result, ct) =>
                Run(
                    door,
                    result.GetRequiredValue(file),
                    result.GetRequiredValue(to),
                    result.GetValue(output),
                    ct
                )
        );
        return verb;
    }

    private static async Task<int> Run(
        Doorway door,
        string file,
        string to,
        string? output,
        CancellationToken ct
    )
    {
        if (TargetFormat.Find(to) is not { } target)
        {
            door.Complain(UnknownFormat(to));
            return 1;
        }

        var path = output ?? Path.GetFileNameWithoutExtension(file) + "." + target.Extension;
        if (!NewFile.IsFree(door, path))
        {
            return 1;
        }

        var docx = await File.ReadAllBytesAsync(file, ct);
        var converted = LibreOffice.Find(door.Environment) is { } office
            ? await office.Convert(docx, target, ct)
            : Converted.Not(ConversionProblems.NoConverter);
        if (converted.Problem is { } problem)
        {
            door.Complain(problem);
            return 1;
        }

        return NewFile.Write(door, path, converted.Bytes)
            ? TemplateVerb.Done(door, new Text($"✓ « {path} » est écrit.", $"✓ '{path}' is written."))
            : 1;
    }

    private static Problem UnknownFormat(string name) =>
        TemplateVerb.Unknown(
            "unknown-format",
            new Text(
                $"Connector ne convertit pas en « {name} ».",
                $"Connector does not convert to '{name}'."
            ),
            TargetFormat.All.Select(format => format.Extension)
        );
}
