using System.Globalization;
using Connector.CalendarSync;
using Connector.Tests.Provisioning;

namespace Connector.Tests.Year;

/// <summary>
/// A year of five groups that meet every month: people move, cancel and add meetings, write in their documents with
/// LibreOffice, join and leave; Connector runs twice on each of the 365 days. Whatever happens, every sentence stays where it
/// was typed, every action is accounted for once, and the second run of a day changes nothing. <c>CONNECTOR_SEED</c> draws
/// another year.
/// </summary>
[TestFixtureSource(typeof(Workbench), nameof(Workbench.All))]
public sealed class YearTrials(Workbench bench)
{
    /// <summary>What a run may ask on a day on which nothing happened.</summary>
    private const int QuietRequests = 10;

    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    private readonly YearWords _words = new();
    private YearPlace _place = null!;
    private OfficeHands _office = null!;

    [Test]
    public async Task Every_sentence_stays_where_it_was_typed_and_every_second_run_changes_nothing()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("CONNECTOR_SEED"), out var asked)
            ? asked
            : 2027;
        TestContext.Out.WriteLine($"CONNECTOR_SEED={seed}");
        using var office = _office = OfficeHands.Start();
        await using var place = _place = await YearPlace.OpenAsync(bench);
        await using var server = bench;

        var folder = Directory.CreateTempSubdirectory("connector-year-").FullName;
        var first = new DateOnly(YearTerritory.Year, 1, 1);
        var (territory, _) = YearTerritory.On(first, folder);
        var planned = territory.Groups.SelectMany(group =>
            Occurrences.Between(territory, group, first, first.AddYears(1))
        );
        var meetings = YearMeeting.Of(planned, new Random(seed));
        foreach (var day in Days())
        {
            await Live(day, meetings);
            await _place.ApplyAsync(day);
            await SecondRun(day);
        }

        await EverythingIsThere();
    }

    private static IEnumerable<DateOnly> Days() =>
        Enumerable.Range(0, 365).Select(new DateOnly(YearTerritory.Year, 1, 1).AddDays);

    private async Task Live(DateOnly day, IReadOnlyList<YearMeeting> meetings)
    {
        foreach (var meeting in meetings)
        {
            if (day == meeting.Planned.AddDays(-5))
            {
                await Calendar(meeting);
            }
            else if (day == meeting.Held.AddDays(1) && !meeting.IsCancelled)
            {
                await WriteMinutes(meeting);
            }
            else if (day == meeting.Held.AddDays(3) && !meeting.IsCancelled)
            {
                await Afterwards(meeting);
            }
        }
    }

    /// <summary>Moves, cancels or adds the meeting as Nextcloud's calendar does.</summary>
    private async Task Calendar(YearMeeting meeting)
    {
        if (!meeting.IsAdded && !meeting.IsCancelled && meeting.Held == meeting.Planned)
        {
            return;
        }

        var (calendar, name, text) = await _place.SeriesAsync(meeting.Group);
        var (file, written) = meeting.IsAdded
            ? ($"exceptionnelle-{meeting.Group}.ics", YearEvents.Exceptional(meeting))
            : (name, YearEvents.WithOverride(text, meeting));
        await _place.Hands.WriteEvent(_place.Shared(calendar), file, written);
    }

    private async Task WriteMinutes(YearMeeting meeting)
    {
        var minutes = await MinutesOf(meeting);
        var due = meeting.Held.AddDays(40).ToString("dd/MM/yyyy", French);
        await Edit(
            minutes,
            ["say", "Échanges", _words.Sentence(minutes, $"les échanges du groupe {meeting.Group}")],
            [
                "row",
                "Décision",
                _words.Sentence(minutes, $"une décision du groupe {meeting.Group}"),
                "Léa D'Almeida",
            ],
            ["row", "Quoi", _words.Action(minutes, meeting.Group), "Zoé Saint-Exupère", due, "à faire"]
        );
        var roadmap = (await _place.FindAsync(meeting.Group, "Feuille de route.docx"))!.FileId;
        if (meeting.Planned.Month % 3 == 0)
        {
            await Edit(roadmap, ["say", "Objectifs", _words.Sentence(roadmap, $"le groupe {meeting.Group}")]);
        }
    }

    /// <summary>The minutes are approved, and an action of two months ago is done: in the sheet, or in the minutes.</summary>
    private async Task Afterwards(YearMeeting meeting)
    {
        var minutes = await MinutesOf(meeting);
        if (meeting.Planned.Month % 2 == 0)
        {
            await Edit(minutes, ["choose", "État", "Validé"]);
        }

        var done = _words.Actions.Where(action => action.Group == meeting.Group).SkipLast(1).LastOrDefault();
        if (done.What is null)
        {
            return;
        }

        var sheet = (await _place.FindAsync(meeting.Group, "Suivi des actions.xlsx"))!.FileId;
        await Edit(sheet, ["sheet_cell", done.What, "Statut", "fait"]);
    }

    private async Task<long> MinutesOf(YearMeeting meeting)
    {
        var named = meeting.Held.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var found = await _place.FindAsync(meeting.Group, $"Compte-rendu {named}", ".docx");
        Assert.That(found, Is.Not.Null, $"minutes of {meeting}");
        return found!.FileId;
    }

    private async Task Edit(long fileId, params object[][] acts)
    {
        var file = (await _place.FilesAsync())[fileId];
        var bytes = await _place.Hands.ReadBytes(file.Path);
        await _place.Hands.Write(file.Path, await _office.Edit(bytes, Path.GetExtension(file.Path), acts));
    }

    private async Task SecondRun(DateOnly day)
    {
        var again = await _place.ApplyAsync(day);
        Assert.That(again.Results.Select(result => result.Step.Key), Is.Empty, $"second run of {day:O}");
        Assert.That(
            again.Requests.Values.Sum(),
            Is.LessThanOrEqualTo(QuietRequests),
            $"{day:O}: {string.Join(", ", again.Requests)}"
        );
    }

    private async Task EverythingIsThere()
    {
        var files = await _place.FilesAsync();
        var texts = new Dictionary<long, string>();
        foreach (var (fileId, sentence) in _words.Written)
        {
            Assert.That(files, Contains.Key(fileId), sentence);
            if (!texts.TryGetValue(fileId, out var text))
            {
                texts[fileId] = text = YearWords.TextOf(await _place.Hands.ReadBytes(files[fileId].Path));
            }

            Assert.That(
                text.Split(sentence),
                Has.Length.EqualTo(2),
                $"« {sentence} » in {files[fileId].Path}"
            );
        }

        TestContext.Out.WriteLine($"{_words.Written.Count} sentences in {texts.Count} documents");
        await EveryActionIsAccountedForOnce();
    }

    private async Task EveryActionIsAccountedForOnce()
    {
        foreach (var group in _words.Actions.GroupBy(action => action.Group))
        {
            var sheet = await _place.FindAsync(group.Key, "Suivi des actions.xlsx");
            var rows = YearSheet.Cells(await _place.Hands.ReadBytes(sheet!.Path));
            Assert.That(
                group
                    .Where(action => rows.Count(cell => cell == action.What) != 1)
                    .Select(action => action.What),
                Is.Empty,
                $"actions of {group.Key}, each once: {string.Join('\n', rows)}"
            );
        }

        var network = YearSheet.Cells(await _place.Hands.ReadBytes("Réseau/Suivi des actions.xlsx"));
        Assert.That(
            _words.Actions.Where(action => network.Count(cell => cell == action.What) != 1),
            Is.Empty,
            "actions of the network, each once"
        );
    }
}
