using System.CommandLine;
using Connector.Domain;
using Connector.Reports;
using Connector.Templates;
using Spectre.Console;
using Text = Connector.Domain.Text;

namespace Connector.Cli;

/// <summary><c>connector template list|get|fields|lint|fill|convert|merge</c></summary>
internal static class TemplateVerb
{
    public static Command Build(Doorway door, CommonOptions common)
    {
        var verb = new Command("template")
        {
            List(door, common),
            Get(door),
            TemplateFieldsVerb.Build(door, common),
            TemplateLintVerb.Build(door, common),
            TemplateFillVerb.Build(door),
            TemplateConvertVerb.Build(door),
            TemplateMergeVerb.Build(door, common),
        };
        verb.SetAction(result => new ManualHelp(door).Show(result.CommandResult.Command));
        return verb;
    }

    private static Command List(Doorway door, CommonOptions common)
    {
        var verb = new Command("list") { common.Json };
        verb.SetAction(result =>
        {
            if (result.GetValue(common.Json))
            {
                JsonReport.Write(
                    door.Out,
                    BuiltInTemplates.All.Select(template => new
                    {
                        name = template.Name,
                        file = template.FileName,
                        kind = template.Kind.Name,
                        language = template.Language,
                    })
                );
                return 0;
            }

            var grid = new Grid().AddColumn().AddColumn().AddColumn();
            foreach (var template in BuiltInTemplates.All)
            {
                grid.AddRow(
                    new Markup($"[teal]{template.Name.EscapeMarkup()}[/]"),
                    new Spectre.Console.Text(NameOf(template.Kind).In(door.Language)),
                    new Spectre.Console.Text(LanguageOf(template).In(door.Language))
                );
            }

            door.Out.Write(grid);
            return 0;
        });
        return verb;
    }

    private static Command Get(Doorway door)
    {
        var name = new Argument<string>("NOM")
        {
            Description = new Text(
                "Le nom du modèle, comme dans « connector template list ».",
                "The template's name, as in 'connector template list'."
            ).In(door.Language),
        };
        var output = Output(door);
        var verb = new Command("get") { name, output };
        verb.SetAction(result => Get(door, result.GetRequiredValue(name), result.GetValue(output)));
        return verb;
    }

    private static int Get(Doorway door, string name, string? output)
    {
        if (BuiltInTemplates.Find(name) is not { } template)
        {
            door.Complain(
                Unknown(
                    "unknown-template",
                    new Text(
                        $"« {name} » n'est pas un modèle fourni.",
                        $"'{name}' is not a built-in template."
                    ),
                    BuiltInTemplates.All.Select(known => known.Name)
                )
            );
            return 1;
        }

        return NewFile.Write(door, output ?? template.FileName, template.Docx)
            ? Done(
                door,
                new Text(
                    $"✓ Modèle écrit dans « {output ?? template.FileName} ». Modifiez-le, puis : connector template lint",
                    $"✓ Template written to '{output ?? template.FileName}'. Edit it, then: connector template lint"
                )
            )
            : 1;
    }

    public static Text NameOf(TemplateKind kind) => new(kind.French, kind.English);

    public static Option<string?> Output(Doorway door) =>
        new("--out")
        {
            Description = new Text(
                "Le fichier à écrire, qui ne doit pas exister.",
                "File to write, which must not exist."
            ).In(door.Language),
            HelpName = "FICHIER",
        };

    public static Problem UnknownKind(string name) =>
        Unknown(
            "unknown-kind",
            new Text($"« {name} » n'est pas un genre de document.", $"'{name}' is not a kind of document."),
            TemplateKinds.All.Select(kind => kind.Name)
        );

    public static int Done(Doorway door, Text sentence)
    {
        door.Say(sentence);
        return 0;
    }

    public static Problem Unknown(string code, Text message, IEnumerable<string> known)
    {
        var names = string.Join(", ", known);
        return new Problem
        {
            Code = code,
            Message = message,
            Remedy = new Text($"Choisissez parmi : {names}.", $"Choose one of: {names}."),
        };
    }

    private static Text LanguageOf(BuiltInTemplate template) =>
        template.Language.StartsWith("en", StringComparison.Ordinal)
            ? new Text("en anglais", "in English")
            : new Text("en français", "in French");
}
