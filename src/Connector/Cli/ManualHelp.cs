using System.CommandLine;
using System.CommandLine.Invocation;
using Connector.Domain;
using Spectre.Console;
using Text = Connector.Domain.Text;

namespace Connector.Cli;

/// <summary>Shows a verb's manual page: usage, description, arguments, options, examples, exit codes.</summary>
internal sealed class ManualHelp(Doorway door) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult) => Show(parseResult.CommandResult.Command);

    public int Show(Command command)
    {
        var manual = Manuals.Of(command);
        door.Out.WriteLine();
        door.Out.MarkupLineInterpolated($"[bold]{Title(command)}[/] — {Say(manual.Summary)}");
        Section(new Text("Usage", "Usage"));
        door.Out.MarkupLineInterpolated($"  {Usage(command)}");
        door.Out.WriteLine();
        foreach (var line in Say(manual.Description).Split('\n'))
        {
            door.Out.MarkupLineInterpolated($"{line}");
        }

        Verbs(command);
        Table(
            new Text("Arguments", "Arguments"),
            command.Arguments.Select(item => (item.Name, item.Description ?? ""))
        );
        Table(
            new Text("Options", "Options"),
            Options(command).Select(item => (Names(item), item.Description ?? ""))
        );
        Table(
            new Text("Exemples", "Examples"),
            manual.Examples.Select(item => (item.Command, Say(item.Meaning)))
        );
        Table(
            new Text("Codes de sortie", "Exit codes"),
            manual.ExitCodes.Select(item => ($"{item.Code}", Say(item.Meaning)))
        );
        door.Out.WriteLine();
        return 0;
    }

    private void Verbs(Command command) =>
        Table(
            new Text("Commandes", "Commands"),
            command
                .Subcommands.Where(verb => !verb.Hidden)
                .Select(verb => (verb.Name, Say(Manuals.Of(verb).Summary)))
        );

    private void Table(Text title, IEnumerable<(string Name, string Meaning)> rows)
    {
        var list = rows.ToList();
        if (list.Count == 0)
        {
            return;
        }

        Section(title);
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadLeft(2).PadRight(3)).AddColumn();
        foreach (var (name, meaning) in list)
        {
            grid.AddRow(new Markup($"[teal]{name.EscapeMarkup()}[/]"), new Spectre.Console.Text(meaning));
        }

        door.Out.Write(grid);
    }

    private void Section(Text title)
    {
        door.Out.WriteLine();
        door.Out.MarkupLineInterpolated($"[bold]{Say(title)}[/]");
    }

    private static IEnumerable<Option> Options(Command command) =>
        command
            .Options.Concat(
                Above(command).SelectMany(parent => parent.Options).Where(option => option.Recursive)
            )
            .Where(option => !option.Hidden)
            .DistinctBy(option => option.Name);

    private static IEnumerable<Command> Above(Command command) =>
        command.Parents.OfType<Command>().SelectMany(parent => Above(parent).Append(parent));

    private static string Names(Option option)
    {
        var names = string.Join(
            ", ",
            new[] { option.Name }
                .Concat(option.Aliases.Where(alias => alias is not ("-?" or "/?" or "/h")))
                .Distinct()
        );
        return option.ValueType == typeof(bool) || option.HelpName is null
            ? names
            : $"{names} {option.HelpName}";
    }

    /// <summary>What somebody types to reach a verb.</summary>
    public static string Title(Command command) =>
        command is RootCommand ? "connector" : $"connector {Manuals.PathOf(command)}";

    private static string Usage(Command command)
    {
        var arguments = string.Concat(
            command.Arguments.Select(item =>
                item.Arity.MinimumNumberOfValues == 0 || item.HasDefaultValue
                    ? $" [{item.Name}]"
                    : $" {item.Name}"
            )
        );
        var verbs = command.Subcommands.Count > 0 ? " COMMANDE" : "";
        return $"{Title(command)}{verbs}{arguments} [options]";
    }

    private string Say(Text text) => text.In(door.Language);
}
