using System.CommandLine;
using Connector.Domain;
using Connector.Reports;
using Connector.Templates;
using Spectre.Console;
using Text = Connector.Domain.Text;

namespace Connector.Cli;

/// <summary><c>connector template fields [GENRE]</c></summary>
internal static class TemplateFieldsVerb
{
    public static Command Build(Doorway door, CommonOptions common)
    {
        var name = new Argument<string?>("GENRE")
        {
            Description = new Text(
                "Un genre de document, comme compte-rendu ; par défaut, tous.",
                "A kind of document, such as compte-rendu; default: all."
            ).In(door.Language),
            DefaultValueFactory = _ => null,
        };
        var output = TemplateVerb.Output(door);
        output.Description = new Text(
            "Écrit l'aide-mémoire en français dans ce fichier .docx, qui ne doit pas exister.",
            "Writes the cheat sheet, in French, to this .docx file, which must not exist."
        ).In(door.Language);
        var verb = new Command("fields") { name, output, common.Json };
        verb.SetAction(result =>
            Run(door, result.GetValue(name), result.GetValue(output), result.GetValue(common.Json))
        );
        return verb;
    }

    private static int Run(Doorway door, string? name, string? output, bool json)
    {
        var kind = name is null ? null : TemplateKinds.Find(name);
        if (name is not null && kind is null)
        {
            door.Complain(TemplateVerb.UnknownKind(name));
            return 1;
        }

        IReadOnlyList<TemplateKind> kinds = kind is null ? TemplateKinds.All : [kind];
        if (output is not null)
        {
            return NewFile.Write(door, output, FieldsSheet.Make(kinds, door.Time.GetUtcNow()))
                ? TemplateVerb.Done(
                    door,
                    new Text(
                        $"✓ Aide-mémoire écrit dans « {output} ».",
                        $"✓ Cheat sheet written to '{output}'."
                    )
                )
                : 1;
        }

        if (json)
        {
            JsonReport.Write(door.Out, kinds.Select(item => Json(item, door.Language)));
            return 0;
        }

        foreach (var item in kinds)
        {
            Show(door, item);
        }

        return 0;
    }

    private static void Show(Doorway door, TemplateKind kind)
    {
        door.Out.WriteLine();
        door.Out.MarkupLineInterpolated(
            $"[bold]{TemplateVerb.NameOf(kind).In(door.Language)}[/] ({kind.Name})"
        );
        var grid = new Grid()
            .AddColumn(new GridColumn().NoWrap().PadLeft(2).PadRight(3))
            .AddColumn()
            .AddColumn();
        foreach (var field in kind.Fields)
        {
            var depth = field.Key.Count(character => character == '/');
            grid.AddRow(
                new Markup($"{new string(' ', 2 * depth)}[teal]{field.Usage.EscapeMarkup()}[/]"),
                new Spectre.Console.Text(Meaning(field).In(door.Language)),
                new Spectre.Console.Text(field.Example)
            );
        }

        door.Out.Write(grid);
    }

    private static object Json(TemplateKind kind, Language language) =>
        new
        {
            kind = kind.Name,
            fields = kind.Fields.Select(field => new
            {
                key = field.Key,
                use = field.Use,
                write = field.Usage,
                label = new Text(field.Label, field.EnglishLabel).In(language),
                meaning = Meaning(field).In(language),
                example = field.Example,
            }),
        };

    private static Text Meaning(TemplateField field) => new(field.Meaning, field.EnglishMeaning);
}
