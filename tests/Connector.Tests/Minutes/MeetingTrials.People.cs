using System.Globalization;
using Connector.Domain.Workspaces;
using Connector.Nextcloud.Dav;
using Connector.Reports;
using Connector.Templates;
using Connector.Testing;
using Connector.Tests.CalendarSync;
using Connector.Tests.Provisioning;

namespace Connector.Tests.Minutes;

public sealed partial class MeetingTrials
{
    /// <summary>The same layout with the shared text in the folder of meetings.</summary>
    private static IReadOnlyDictionary<string, Blueprint> WithPoints()
    {
        var standard = Some.Blueprints()["standard"];
        var group = standard.Areas[WorkspaceArea.Group];
        var folders = group.Folders.Select(folder =>
            folder.Name == "02 Réunions"
                ? folder with
                {
                    Documents = [new("Points à aborder.md", DocumentKind.Points)],
                }
                : folder
        );
        return new Dictionary<string, Blueprint>
        {
            ["standard"] = standard with
            {
                Areas = new Dictionary<WorkspaceArea, AreaBlueprint>(standard.Areas)
                {
                    [WorkspaceArea.Group] = group with { Folders = [.. folders] },
                },
            },
        };
    }

    private static string Unfolded(string text) => text.Replace("\r\n ", "", StringComparison.Ordinal);

    private static string Name(string day) =>
        $"{Meetings}/{day[..4]}/{FileName.Safe($"{day} Rencontre : Comité stratégique")}";

    /// <summary>Applies, and once more to see that nothing is left to do.</summary>
    private async Task<RunReport> Run()
    {
        var report = await Apply();
        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Done), Workplace.Sentences(report));
        await _place.IsSettledAsync();
        return report;
    }

    private Task<RunReport> Apply() => _place.ApplyAsync();

    /// <summary>As the web app moves one occurrence: the same object with one component more.</summary>
    private async Task Override(string original, string start)
    {
        var text = await _person.ReadEvent(Calendar, Object);
        var uid = text.Split('\n').First(line => line.StartsWith("UID:", StringComparison.Ordinal)).Trim()[
            4..
        ];
        var first = text.IndexOf("BEGIN:VEVENT", StringComparison.Ordinal);
        var end = text.IndexOf("END:VEVENT", StringComparison.Ordinal) + "END:VEVENT\r\n".Length;
        var moved = GroupCalendarTests.Event(
            uid,
            $"{Paris}{start}",
            $"DTEND;TZID=Europe/Paris:{start[..9]}{int.Parse(start[9..11], CultureInfo.InvariantCulture) + 2}0000",
            $"RECURRENCE-ID;TZID=Europe/Paris:{original}",
            "SUMMARY:Rencontre : Comité stratégique",
            "LOCATION:Mairie"
        );
        await _person.WriteEvent(Calendar, Object, text[..end] + moved + "END:VCALENDAR\r\n");
        Assert.That(first, Is.GreaterThan(0));
    }

    /// <summary>One line more, or another one in its place, in the master.</summary>
    private async Task Event(string line)
    {
        var text = await _person.ReadEvent(Calendar, Object);
        var name = line[..line.IndexOfAny([':', ';'])];
        var kept = text.Split("\r\n")
            .Where(old =>
                !old.StartsWith($"{name}:", StringComparison.Ordinal)
                && !old.StartsWith($"{name};", StringComparison.Ordinal)
            );
        await _person.WriteEvent(
            Calendar,
            Object,
            string.Join("\r\n", kept).Replace("END:VEVENT", $"{line}\r\nEND:VEVENT", StringComparison.Ordinal)
        );
    }

    private async Task<long?> Id(string path) => (await _place.Client.Files.Find(path, default))?.FileId;

    private async Task<IReadOnlyList<string>> Folders() =>
        [
            .. (await _place.Client.Files.Propfind(Meetings, DavDepth.Infinity, default))
                .Resources.Where(node => node.IsFolder && node.Path.Count(letter => letter == '/') == 3)
                .Select(node => node.Name),
        ];

    /// <summary>The words of the only document of a folder.</summary>
    private async Task<string> Text(string folder)
    {
        var files = (await _place.Client.Files.Propfind(folder, DavDepth.One, default)).Resources;
        var file = files.Single(node => !node.IsFolder);
        return WrittenPage.Of(await _person.ReadBytes(file.Path), "").Replace('\u00A0', ' ');
    }
}
