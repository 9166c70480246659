using System.Globalization;
using Connector.Minutes;
using Connector.Nextcloud;
using Connector.Nextcloud.Dav;
using Connector.Provisioning;
using Connector.Templates;

namespace Connector.Cli.Demo.Year;

/// <summary>Writes minutes as the people do who were there: in the document that waits in the meeting's folder.</summary>
internal sealed class MinutesHand(NextcloudClient writer, YearStory story)
{
    private const string Guests = "Personne";
    private const string Actions = "Quoi";
    private const int PresentPercent = 68;
    private const int ExcusedPercent = 88;

    /// <summary>The last minutes of the year are still being read again.</summary>
    private const int DaysToRead = 12;

    /// <summary>A group that was late with its last minutes.</summary>
    private const string LateGroup = "gt-acces-aux-droits";
    private const int DaysLate = 35;

    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>All minutes of meetings that took place from a day until before another.</summary>
    /// <param name="shelf">A look at the workspace.</param>
    /// <param name="from">The first day.</param>
    /// <param name="until">The day after the last.</param>
    /// <param name="end">The last day of the year.</param>
    /// <param name="ct">Stops.</param>
    public async Task WriteAsync(
        MinutesShelf shelf,
        DateOnly from,
        DateOnly until,
        DateOnly end,
        CancellationToken ct
    )
    {
        var held = shelf
            .Files.Select(file => (file, content: shelf.Content(file)))
            .Where(pair => !pair.content.IsCancelled)
            .Select(pair => (pair.file, pair.content, day: DateOnly.FromDateTime(pair.content.Start)))
            .Where(item => item.day >= from && item.day < until)
            .Where(item => item.file.Group.Id != LateGroup || item.day < end.AddDays(-DaysLate))
            .OrderBy(item => item.content.Start);
        foreach (var (file, content, day) in held)
        {
            var turn = story.Next(file.Group.Id);
            var state = day < end.AddDays(-DaysToRead) ? MinutesContent.States[2] : MinutesContent.States[1];
            await EditAsync(writer, file.Path, pen => Write(pen, content, turn, day, state), ct);
        }
    }

    /// <summary>Reads a file, does something to it and saves it, as long as nobody else did meanwhile.</summary>
    public static async Task EditAsync(
        NextcloudClient writer,
        string path,
        Action<DocumentPen> edit,
        CancellationToken ct
    )
    {
        var file =
            await writer.Files.GetFile(path, ct)
            ?? throw new InvalidOperationException($"{path} is not there for {writer.Account.UserName}");
        var put = await writer.Files.PutFile(
            path,
            DocumentPen.Edit(file.Bytes, edit),
            PutCondition.IfMatch(file.ETag!),
            MadeDocument.Docx,
            ct
        );
        Demand(put, path);
    }

    public static void Demand(DavOutcome outcome, string path)
    {
        if (!outcome.Changed)
        {
            throw new InvalidOperationException($"{path}: {outcome.Result} {outcome.Message?.English}");
        }
    }

    private void Write(DocumentPen pen, MinutesContent content, YearTurn? turn, DateOnly day, string state)
    {
        foreach (var name in pen.FirstColumn(Guests).Where(name => name.Length > 0))
        {
            pen.Tick(Guests, name, AttendanceOf(name, day));
        }

        var talk = turn?.Talk ?? Ordinary(content);
        if (!content.IsConvivial || !pen.Say("Temps convivial", talk))
        {
            pen.Say("Échanges", talk);
        }

        foreach (var action in pen.FirstColumn(Actions))
        {
            if (story.EndOf(action) is { } ended)
            {
                pen.Overtype(Actions, action, "Statut", ended);
            }
        }

        if (turn is { Decision.Length: > 0 })
        {
            pen.Insert("Décision", turn.Decision, turn.Owner);
        }

        if (turn is { Action.Length: > 0 })
        {
            pen.Fill(
                Actions,
                turn.Action,
                turn.Who,
                day.AddDays(turn.Days).ToString("dd/MM/yyyy", French),
                "À faire"
            );
        }

        pen.Choose("État", state);
    }

    private static string Ordinary(MinutesContent content) =>
        content.Title.Contains("Galette", StringComparison.Ordinal)
            ? "Quarante parts, deux fèves et beaucoup de prénoms enfin mis sur des visages."
        : content.IsConvivial ? "On pose l'ordinateur, on prend des nouvelles."
        : "Tour de table des actions en cours.";

    /// <summary>The same at every start: from the name and the day alone.</summary>
    private static string AttendanceOf(string name, DateOnly day)
    {
        var chance = unchecked(
            name.Aggregate((uint)day.DayNumber * 2_654_435_761u, (hash, sign) => (hash ^ sign) * 16_777_619u)
        );
        return ((chance >> 8) % 100) switch
        {
            < PresentPercent => "Présent",
            < ExcusedPercent => "Excusé",
            _ => "Absent",
        };
    }
}
