using System.CommandLine;
using System.Text;
using Connector.Calendars;
using Connector.Domain;
using Connector.Reports;
using Text = Connector.Domain.Text;

namespace Connector.Cli;

/// <summary><c>connector calendar import FICHIER.ics</c></summary>
internal static class CalendarImportVerb
{
    /// <summary>As much as a server takes in one object; a file with more holds attachments, or many years.</summary>
    private const int MostBytes = 10 * 1024 * 1024;

    public static Command Build(Doorway door, CommonOptions common, GroupOptions options)
    {
        var file = new Argument<string>("FICHIER.ics")
        {
            Description = new Text(
                "Un agenda exporté, au format iCalendar.",
                "An exported calendar, as iCalendar."
            ).In(door.Language),
        };
        var group = new Option<string?>("--group", "-g")
        {
            Description = new Text(
                "Dans l'agenda de quel groupe. Inutile quand il n'y en a qu'un.",
                "Into which group's calendar. Needless where there is one."
            ).In(door.Language),
            HelpName = "GROUPE",
        };
        var yes = new Option<bool>("--yes", "-y")
        {
            Description = new Text(
                "Écrit ; sans cela, dit seulement ce qui serait fait.",
                "Writes; without it, only says what would be done."
            ).In(door.Language),
        };
        var verb = new Command("import")
        {
            file,
            group,
            yes,
            options.Territory,
            common.Server,
            common.Ledger,
            common.Json,
        };
        verb.SetAction(
            async (result, ct) =>
            {
                var (text, problem) = await Read(result.GetRequiredValue(file), ct);
                return text is null
                    ? ReportDoor.Show(door, CalendarReport.Refused([problem!]), result.GetValue(common.Json))
                    : await ReportDoor.RunAsync(
                        door,
                        ReportDoor.Request(result, common, options),
                        result.GetValue(common.Json),
                        (client, ledger, loaded) =>
                            new CalendarImportRun(client, ledger, door.Time).RunAsync(
                                loaded.Territory!,
                                loaded.Blueprints,
                                text,
                                result.GetValue(group),
                                result.GetValue(yes),
                                ct
                            ),
                        problems => CalendarReport.Refused(problems),
                        ct
                    );
            }
        );
        return verb;
    }

    private static async Task<(string? Text, Problem? Problem)> Read(string path, CancellationToken ct)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > MostBytes } large)
            {
                return (null, ImportProblems.TooLarge(path, large.Length, MostBytes));
            }

            var bytes = await File.ReadAllBytesAsync(path, ct);
            return (Decoded(bytes), null);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return (null, ImportProblems.Unreadable(path));
        }
    }

    /// <summary>Old programs write Windows-1252 whatever RFC 5545 says.</summary>
    private static string Decoded(byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return TerritoryFiles.Yaml.SourceText.Windows1252.GetString(bytes);
        }
    }
}
