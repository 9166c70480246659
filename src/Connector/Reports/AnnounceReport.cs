using Connector.Domain;
using Spectre.Console;
using Text = Connector.Domain.Text;

namespace Connector.Reports;

/// <summary>What was told, what waits, and what could not be told.</summary>
internal sealed record AnnounceReport : ITold
{
    public string Territory { get; init; } = "";

    public RunOutcome Outcome { get; init; }

    /// <summary>The result in a sentence; null until the run ends.</summary>
    public Text? Said { get; init; }

    /// <summary>Messages sent, by channel.</summary>
    public IReadOnlyDictionary<string, int> Sent { get; init; } = new Dictionary<string, int>();

    /// <summary>Lines to show, such as what would be sent.</summary>
    public IReadOnlyList<Text> Lines { get; init; } = [];

    /// <summary>Deliveries that wait for their time.</summary>
    public int Waiting { get; init; }

    /// <summary>Whether quiet hours hold something.</summary>
    public bool Held { get; init; }

    public IReadOnlyList<Problem> Warnings { get; init; } = [];

    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>More for a program: what the verb looked at.</summary>
    public object? Data { get; init; }

    public int Messages => Sent.Values.Sum();

    public static AnnounceReport Refused(IReadOnlyList<Problem> problems) =>
        new() { Outcome = RunOutcome.Failed, Problems = problems };

    public AnnounceReport Stopped(Problem problem) =>
        this with
        {
            Outcome = RunOutcome.Failed,
            Problems = [.. Problems, problem],
        };

    /// <summary>The same, one message more.</summary>
    public AnnounceReport WithSent(string channel) =>
        this with
        {
            Sent = new Dictionary<string, int>(Sent, StringComparer.Ordinal)
            {
                [channel] = Sent.GetValueOrDefault(channel) + 1,
            },
        };

    /// <summary>The same with messages that were not sent, and why; the same reason of a channel is told once.</summary>
    public AnnounceReport WithFailure(string channel, Text reason) =>
        Warnings.Any(warning => warning.Message.French.StartsWith($"« {channel} »", StringComparison.Ordinal))
            ? this
            : this with
            {
                Warnings =
                [
                    .. Warnings,
                    new Problem
                    {
                        Code = "announcement-not-sent",
                        Message = new Text(
                            $"« {channel} » : {reason.French}",
                            $"'{channel}': {reason.English}"
                        ),
                        Remedy = new Text(
                            "Elle sera retentée ; « connector announce status » dit où elle en est.",
                            "It is tried again; 'connector announce status' tells how it stands."
                        ),
                    },
                ],
            };

    public AnnounceReport Ended() =>
        this with
        {
            Outcome = Warnings.Count > 0 ? RunOutcome.PartlyDone : RunOutcome.Done,
            Said = Summary(),
        };

    public void Write(IAnsiConsole console, Language language)
    {
        foreach (var line in Lines)
        {
            console.WriteLine(line.In(language));
        }

        if (Said is { } said)
        {
            console.WriteLine(said.In(language));
        }
    }

    public void WriteJson(IAnsiConsole console, Language language) =>
        JsonReport.Write(console, AsJson(language));

    public object AsJson(Language language) =>
        new
        {
            Territory,
            Outcome,
            exitCode = (int)Outcome,
            summary = Said?.In(language),
            sent = Sent,
            waiting = Waiting,
            quiet = Held,
            data = Data,
            warnings = Warnings.Select(warning => JsonReport.Problem(warning, language)),
            problems = Problems.Select(problem => JsonReport.Problem(problem, language)),
        };

    private Text Summary()
    {
        var sent = Messages switch
        {
            0 => new Text("Rien n'a été envoyé", "Nothing was sent"),
            1 => new Text("1 message envoyé", "1 message sent"),
            _ => new Text($"{Messages} messages envoyés", $"{Messages} messages sent"),
        };
        var later = Waiting switch
        {
            0 => new Text(".", "."),
            _ when Held => new Text(
                $" ; {Waiting} attendent la fin des heures calmes ou leur heure.",
                $"; {Waiting} wait for the end of quiet hours or for their time."
            ),
            _ => new Text($" ; {Waiting} attendent leur heure.", $"; {Waiting} wait for their time."),
        };
        return new Text(sent.French + later.French, sent.English + later.English);
    }

    public static readonly Text Silent = new(
        "Aucun canal n'est réglé (« canaux » dans le fichier du territoire) : rien n'est annoncé.",
        "No channel is set up ('canaux' in the territory's file): nothing is announced."
    );

    public static readonly Text NoWorkspace = new(
        "L'espace n'existe pas encore : il n'y a rien à annoncer.",
        "There is no workspace yet: there is nothing to announce."
    );

    public static readonly Text First = new(
        "Premier passage : ce qui était déjà là est noté comme connu, et rien n'est envoyé. Ce qui arrive désormais sera annoncé.",
        "First run: what was there already is noted as known, and nothing is sent. What comes from now on will be announced."
    );
}
