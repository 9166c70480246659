using System.Globalization;
using Connector.Domain;
using Spectre.Console;
using Text = Connector.Domain.Text;

namespace Connector.Cli;

/// <summary>What the command line hands to every verb: where to write, in which language, and the clock.</summary>
internal sealed class Doorway
{
    private const int RedirectedWidth = 240;

    public Doorway(TextWriter output, TextWriter errors, Language language, TimeProvider time)
    {
        (Language, Time) = (language, time);
        Out = Console(output);
        Errors = Console(errors);
    }

    public IAnsiConsole Out { get; }

    public IAnsiConsole Errors { get; }

    public Language Language { get; }

    public TimeProvider Time { get; }

    /// <summary>Reads a password or an answer from standard input; replaced in tests.</summary>
    public required TextReader Input { get; init; }

    public required Func<string, string?> Environment { get; init; }

    /// <summary>Whether somebody looks at a terminal, so that moving bars make sense.</summary>
    public bool IsInteractive => Out.Profile.Capabilities.Interactive && Out.Profile.Out.IsTerminal;

    /// <summary>
    /// <c>--lang</c> on the command line, else <c>LC_ALL</c>, <c>LC_MESSAGES</c>, <c>LANG</c>: English when they say
    /// so, French otherwise.
    /// </summary>
    public static Language LanguageOf(IReadOnlyList<string> args, Func<string, string?> environment)
    {
        for (var index = 0; index < args.Count; index++)
        {
            var value =
                args[index].StartsWith("--lang=", StringComparison.Ordinal) ? args[index][7..]
                : args[index] == "--lang" && index + 1 < args.Count ? args[index + 1]
                : null;
            if (value is not null)
            {
                return IsEnglish(value) ? Language.English : Language.French;
            }
        }

        var said = new[] { "LC_ALL", "LC_MESSAGES", "LANG" }
            .Select(environment)
            .FirstOrDefault(value => !string.IsNullOrEmpty(value));
        return said is not null && IsEnglish(said) ? Language.English : Language.French;
    }

    /// <summary>Plain words, with nothing in them taken for markup.</summary>
    public void Say(Text text) => Out.WriteLine(text.In(Language));

    public void Complain(Problem problem)
    {
        var place = problem.Place is { } at ? $"{At(at)} : " : "";
        Errors.MarkupLineInterpolated($"[red]✗[/] {place}{problem.Message.In(Language)}");
        Errors.MarkupLineInterpolated($"  [grey]→ {problem.Remedy.In(Language)}[/]");
    }

    public void Complain(IEnumerable<Problem> problems)
    {
        foreach (var problem in problems)
        {
            Complain(problem);
        }
    }

    /// <summary>Things that stop nothing and that somebody should look at.</summary>
    public void Warn(IEnumerable<Problem> warnings)
    {
        foreach (var warning in warnings)
        {
            var place = warning.Place is { } at ? $"{At(at)} : " : "";
            Errors.MarkupLineInterpolated($"[yellow]![/] {place}{warning.Message.In(Language)}");
            Errors.MarkupLineInterpolated($"  [grey]→ {warning.Remedy.In(Language)}[/]");
        }
    }

    public static string At(SourcePlace place)
    {
        var sheet = place.Sheet is null ? "" : $" [{place.Sheet}]";
        return place.Line == 0
            ? $"{place.File}{sheet}"
            : string.Create(CultureInfo.InvariantCulture, $"{place.File}{sheet}:{place.Line}:{place.Column}");
    }

    private static bool IsEnglish(string value) => value.StartsWith("en", StringComparison.OrdinalIgnoreCase);

    private static IAnsiConsole Console(TextWriter writer)
    {
        var output = new AnsiConsoleOutput(writer);
        if (output.IsTerminal)
        {
            return AnsiConsole.Create(new AnsiConsoleSettings { Out = output });
        }

        // Files and pipes are read by programs and by people with their own width: no colours, and no line is cut.
        var plain = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Out = output,
                Ansi = AnsiSupport.No,
                ColorSystem = ColorSystemSupport.NoColors,
                Interactive = InteractionSupport.No,
            }
        );
        plain.Profile.Width = RedirectedWidth;
        return plain;
    }
}
