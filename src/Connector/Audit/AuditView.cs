using System.Globalization;
using Connector.Domain;
using Connector.Domain.Auditing;
using Connector.Reports;
using Spectre.Console;
using Text = Connector.Domain.Text;

namespace Connector.Audit;

/// <summary>Lines of the trail as a table for people, or for machines.</summary>
internal sealed class AuditView(IAnsiConsole console, Language language)
{
    private readonly CultureInfo _culture = CultureInfo.GetCultureInfo(
        language == Language.English ? "en-GB" : "fr-FR"
    );

    public void Show(IReadOnlyList<AuditRecord> lines, bool json)
    {
        if (json)
        {
            JsonReport.Write(console, lines.Select(AuditJson.Of));
            return;
        }

        if (lines.Count == 0)
        {
            console.WriteLine(new Text("Aucune ligne.", "No line.").In(language));
            return;
        }

        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns("#", Head("Quand", "When"), Head("Qui", "Who"), Head("Action", "Action"));
        table.AddColumns(Head("Territoire", "Territory"), Head("Sur", "On"), Head("Résultat", "Outcome"));
        foreach (var line in lines)
        {
            var entry = line.Entry;
            table.AddRow(
                Cell(line.Number.ToString(CultureInfo.InvariantCulture)),
                Cell(line.At.ToLocalTime().ToString("G", _culture)),
                Cell(Who(entry.Actor).In(language)),
                Cell(entry.Action),
                Cell(string.Join('/', new[] { entry.Territory, entry.Group }.OfType<string>())),
                Cell(entry.Target ?? ""),
                Cell(Outcome(entry.Outcome).In(language))
            );
        }

        console.Write(table);
    }

    /// <summary>Who it was, for people.</summary>
    public static Text Who(AuditActor actor)
    {
        var door = actor.Door switch
        {
            AuditDoor.Session => new Text("connexion", "sign-in"),
            AuditDoor.Token => new Text("jeton", "token"),
            AuditDoor.EmergencyLink => new Text("lien de secours", "emergency link"),
            AuditDoor.CommandLine => new Text("ligne de commande", "command line"),
            AuditDoor.Schedule => new Text("horaires", "schedule"),
            AuditDoor.Webhook => new Text("appel de Nextcloud", "call of Nextcloud"),
            _ => Text.Same(AuditWords.Of(actor.Door)),
        };
        return actor.Name is null
            ? door
            : new Text($"{actor.Name} ({door.French})", $"{actor.Name} ({door.English})");
    }

    public static Text Outcome(AuditOutcome outcome) =>
        outcome switch
        {
            AuditOutcome.Done => new Text("fait", "done"),
            AuditOutcome.Refused => new Text("refusé", "refused"),
            AuditOutcome.Failed => new Text("échoué", "failed"),
            _ => Text.Same(AuditWords.Of(outcome)),
        };

    private string Head(string french, string english) => new Text(french, english).In(language);

    private static Markup Cell(string text) => new(text.EscapeMarkup());
}
