using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Connector.DevServer.Faults;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Provisioning;
using Connector.Reports;
using Connector.Testing;
using Microsoft.Data.Sqlite;

namespace Connector.Tests.Provisioning;

/// <summary>Roadmaps that people wrote in, when the territory changes: their words stay, the new data come in.</summary>
public sealed partial class MergeTrials
{
    private const string Root = "Comité stratégique (essai)";
    private const string Roadmap = $"{Root}/01 Feuille de route/Feuille de route.docx";
    private const string Words = "Nous avons dit oui le 3 mars.";
    private const string Purpose = "Que chacun ait à qui parler.";

    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private Workplace _place = null!;
    private Hands _member = null!;

    [SetUp]
    public async Task Start()
    {
        _place = await Workplace.OpenAsync();
        _member = await _place.MemberAsync();
        await Apply(Some.Territory());
    }

    [TearDown]
    public async Task Stop()
    {
        _member.Dispose();
        await _place.DisposeAsync();
    }

    [Test]
    public async Task Data_that_moved_are_merged_into_a_roadmap_that_people_edited()
    {
        await Write(Words);

        var plan = (await _place.PlanAsync(Changed)).Plan!;
        var step = plan.Steps.Single(step => step.Action is MergeDocument);
        Assert.That(
            PlanSentence.Of(step, Domain.Language.French).ToString(),
            Is.EqualTo(
                $"actualiser le document « {Roadmap} » en gardant ce qui y a été écrit, car ce qu'il montre a changé (fichier du territoire, agenda, signatures ou modèle), et quelqu'un y a écrit"
            )
        );

        var report = await Apply(Changed);
        var told = report.Results.Single(result => result.Step.Action is MergeDocument).Outcome;
        Assert.That(told.Message?.French, Does.StartWith("actualisé : ").And.Contain("mis à jour"));
        Assert.That(told.Details.Select(line => line.French), Has.Some.Contains(Purpose));
        Assert.That(await Text(), Does.Contain(Words).And.Contain(Purpose));

        var before = await _member.ReadBytes(Roadmap);
        await SecondRunDoesNothing(Changed);
        Assert.That(await _member.ReadBytes(Roadmap), Is.EqualTo(before));
    }

    [Test]
    public async Task Where_both_changed_the_words_of_people_stay_and_a_comment_tells_the_data()
    {
        var written = Edit(
            await _member.ReadBytes(Roadmap),
            body =>
                body.Descendants(W + "t")
                    .Last(text => text.Value == Some.Territory().Groups[0].Purpose)
                    .Value = Words
        );
        await _member.Write(Roadmap, written);
        var report = await Apply(Changed);

        var told = report.Results.Single(result => result.Step.Action is MergeDocument).Outcome;
        Assert.That(told.Message?.French, Does.Contain("1 à trancher (commentaire)"));
        Assert.That(
            told.Details.Select(line => line.English),
            Has.Some.Contains("to settle").And.Contain(Words)
        );
        Assert.That(
            await Text(),
            Does.Contain(Words).And.Contain(Purpose),
            "the free text above is nobody's"
        );
        var comments = Parts(await _member.ReadBytes(Roadmap))["word/comments.xml"].Value;
        Assert.That(comments, Does.Contain(Purpose));
        await SecondRunDoesNothing(Changed);
    }

    [Test]
    public async Task A_merged_document_is_never_taken_for_untouched()
    {
        await Write(Words);
        await Apply(Changed);
        await Apply(Changed with { Purpose = "Autre chose" });
        await Apply(Some.Territory());
        Assert.That(await Text(), Does.Contain(Words).And.Not.Contain(Purpose));

        await Write("Et encore ceci.");
        await Apply(Changed);
        Assert.That(await Text(), Does.Contain(Words).And.Contain("Et encore ceci.").And.Contain(Purpose));
    }

    [Test]
    public async Task What_a_member_saves_while_data_are_merged_waits_for_the_next_run()
    {
        await Write(Words);
        var theirs = With(await _member.ReadBytes(Roadmap), "Enregistré pendant le passage.");
        _place.Server.Faults.Add(OnPut(FaultKind.Delay) with { Delay = TimeSpan.FromMilliseconds(1500) });
        var running = _place.ApplyAsync(Changed);
        while (_place.Server.Faults.Broken == 0 && !running.IsCompleted)
        {
            await Task.Delay(5);
        }

        await _member.Write(Roadmap, theirs);
        var report = await running;
        _place.Server.Faults.Clear();

        Waits(report, "entre-temps");
        Assert.That(await _member.ReadBytes(Roadmap), Is.EqualTo(theirs));
        await Apply(Changed);
        Assert.That(
            await Text(),
            Does.Contain(Words).And.Contain("Enregistré pendant le passage.").And.Contain(Purpose)
        );
        await SecondRunDoesNothing(Changed);
    }

    [Test]
    public async Task A_document_that_somebody_has_open_waits_for_the_next_run()
    {
        await Write(Words);
        var theirs = await _member.ReadBytes(Roadmap);
        _place.Server.Faults.Add(OnPut(FaultKind.Status) with { Status = 423, Times = 0 });
        Waits(await _place.ApplyAsync(Changed), "ouvert par quelqu'un");
        Assert.That(await _member.ReadBytes(Roadmap), Is.EqualTo(theirs));

        _place.Server.Faults.Clear();
        await Apply(Changed);
        Assert.That(await Text(), Does.Contain(Words).And.Contain(Purpose));
    }

    [TestCase("text")]
    [TestCase("empty")]
    [TestCase("cut")]
    public async Task A_file_that_cannot_be_merged_is_left_as_it_is_and_told(string how)
    {
        var written = await _member.ReadBytes(Roadmap);
        var theirs = how switch
        {
            "text" => Encoding.UTF8.GetBytes(Words),
            "empty" => [],
            _ => written[..(written.Length / 2)],
        };
        await _member.Write(Roadmap, theirs);

        var report = await Apply(Changed);

        var outcome = report.Results.Single(result => result.Step.Action is MergeDocument).Outcome;
        Assert.That(outcome.Message?.French, Does.StartWith("gardé tel quel, sans les données nouvelles : "));
        Assert.That(await _member.ReadBytes(Roadmap), Is.EqualTo(theirs));
        var step = (await _place.PlanAsync(Changed)).Plan!.Steps.Single(step =>
            step.Subject.English == $"the document '{Roadmap}'"
        );
        Assert.That(step.Change, Is.EqualTo(Change.Notice));
        await SecondRunDoesNothing(Changed);

        await _member.Write(Roadmap, With(written, Words));
        await Apply(Changed);
        Assert.That(await Text(), Does.Contain(Words).And.Contain(Purpose), "it can be merged again");
    }

    [Test]
    public async Task A_document_that_people_emptied_stays_without_what_they_took_out()
    {
        var emptied = Edit(
            await _member.ReadBytes(Roadmap),
            body =>
            {
                body.Elements().Where(block => block.Name != W + "sectPr").Remove();
                body.AddFirst(Paragraph(Words));
            }
        );
        await _member.Write(Roadmap, emptied);
        await Apply(Changed);
        Assert.That(await Text(), Does.Contain(Words).And.Not.Contain("Accès aux droits"));
        await SecondRunDoesNothing(Changed);
    }

    [Test]
    public async Task A_merge_whose_recording_was_lost_is_not_done_twice()
    {
        await Write(Words);
        SqliteConnection.ClearAllPools();
        var before = await File.ReadAllBytesAsync(_place.Ledger);
        await Apply(Changed);
        var merged = await _member.ReadBytes(Roadmap);

        SqliteConnection.ClearAllPools();
        File.Delete(_place.Ledger + "-wal");
        await File.WriteAllBytesAsync(_place.Ledger, before);
        await Apply(Changed);
        Assert.That(await _member.ReadBytes(Roadmap), Is.EqualTo(merged));
    }

    [Test]
    public async Task A_poster_or_directory_that_people_edited_is_theirs()
    {
        var plan = (await _place.PlanAsync()).Plan!;
        var paths = plan
            .Steps.Where(step => step.Stage == PlanStage.Documents)
            .Select(step => step.Subject.English["the document '".Length..^1])
            .Where(path =>
                path.EndsWith("Annuaire.xlsx", StringComparison.Ordinal)
                || path.EndsWith("l'agenda.docx", StringComparison.Ordinal)
            )
            .ToList();
        Assert.That(paths, Has.Some.EndsWith(".xlsx").And.Some.EndsWith(".docx"));
        using var hands = _place.Administrator();
        foreach (var path in paths)
        {
            await hands.Write(path, Words);
        }

        var person = Some.Territory().Organisations[0] with { Name = "Nouvelle maison" };
        await Apply(Changed with { Organisations = [person, .. Some.Territory().Organisations.Skip(1)] });
        foreach (var path in paths)
        {
            Assert.That(await hands.Read(path), Is.EqualTo(Words), path);
        }
    }

    private static Territory Changed =>
        Some.Territory() with
        {
            Groups = [.. Some.Territory().Groups.Select(group => group with { Purpose = Purpose })],
        };

    private static FaultRule OnPut(FaultKind kind) =>
        new()
        {
            Kind = kind,
            Verb = "PUT",
            Path = "Comit%C3%A9.*/Feuille%20de%20route.docx",
        };

    private static void Waits(RunReport report, string why)
    {
        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.PartlyDone), Workplace.Sentences(report));
        var outcome = report.Results.Single(result => result.Step.Action is MergeDocument).Outcome;
        Assert.That(outcome.State, Is.EqualTo(StepState.Waiting));
        Assert.That(outcome.Message?.French, Does.Contain(why).And.Contain("prochain passage"));
    }

    private async Task<RunReport> Apply(Territory territory)
    {
        var report = await _place.ApplyAsync(territory);
        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Done), Workplace.Sentences(report));
        var plan = await _place.PlanAsync(territory);
        Assert.That(plan.Plan?.Pending.Select(step => step.Key), Is.Empty);
        return report;
    }

    private async Task SecondRunDoesNothing(Territory territory)
    {
        var report = await _place.ApplyAsync(territory);
        Assert.That(report.Results, Is.Empty);
        Assert.That(report.Requests.Keys, Has.None.EqualTo("PUT"));
    }
}
