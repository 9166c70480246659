using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.Nextcloud.Dav;
using Connector.Reports;

namespace Connector.Tests.Provisioning;

/// <summary>A folder of ours that a member deleted with what people put into it: told, and taken back when asked.</summary>
[TestFixture(false, TestName = "TakingBackTrials(team folders)")]
[TestFixture(true, TestName = "TakingBackTrials(folders of the service account)")]
public sealed class TakingBackTrials(bool isPlain)
{
    private const string Root = "Comité stratégique (essai)";
    private const string Meetings = $"{Root}/02 Réunions";
    private const string Note = $"{Meetings}/Notes du goûter.txt";
    private const string Theirs = "Ce que nous avons écrit.";

    private Workplace _place = null!;
    private Hands _member = null!;
    private Hands _administrator = null!;

    [SetUp]
    public async Task Start()
    {
        _place = await Workplace.OpenAsync();
        _member = await _place.MemberAsync();
        _administrator = _place.Administrator();
        if (isPlain)
        {
            _place.WithoutTeamFolders();
        }

        var report = await _place.ApplyAsync();
        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Done), Workplace.Sentences(report));
        await _member.Write(Note, Theirs);
    }

    [TearDown]
    public async Task Stop()
    {
        _member.Dispose();
        _administrator.Dispose();
        await _place.DisposeAsync();
    }

    [Test]
    public async Task It_is_told_and_not_made_again()
    {
        await _member.Delete(Meetings);

        var report = await _place.ApplyAsync();

        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Done), Workplace.Sentences(report));
        Assert.That(
            Sentences(report),
            Has.One.EqualTo(
                $"à savoir : le dossier « {Meetings} » — a été supprimé par quelqu'un : n'est pas recréé"
            )
        );
        Assert.That(await _place.Client.Files.Find(Meetings, default), Is.Null);
        await _place.IsSettledAsync();
    }

    [Test]
    public async Task It_comes_back_with_its_number_and_peoples_words_and_the_report_says_so()
    {
        var before = await Tree();
        var id = (await _place.Client.Files.Find(Meetings, default))!.FileId;
        await _member.Delete(Meetings);

        var report = await _place.RestoreAsync();

        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Done), Workplace.Sentences(report));
        Assert.That(Sentences(report), Has.One.EqualTo(Taken(Meetings)));
        Assert.That(report.Results.Select(result => result.Step.Action), Has.One.TypeOf<RestoreNode>());
        Assert.That((await _place.Client.Files.Find(Meetings, default))!.FileId, Is.EqualTo(id));
        Assert.That(await _member.Read(Note), Is.EqualTo(Theirs));
        Assert.That(await Tree(), Is.EqualTo(before));
        await _place.IsSettledAsync();
    }

    [Test]
    public async Task Folders_deleted_one_after_the_other_come_back_in_one_run_and_each_is_told()
    {
        var before = await Tree();
        var year = (await _place.Client.Files.Propfind(Meetings, DavDepth.One, default))
            .Resources.Single(node => node.IsFolder && node.Path != Meetings)
            .Path;
        await _member.Delete(year);
        await _member.Delete(Meetings);

        var report = await _place.RestoreAsync();

        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Done), Workplace.Sentences(report));
        Assert.That(
            Sentences(report).Where(sentence => sentence.StartsWith("reprendre", StringComparison.Ordinal)),
            Is.EqualTo(new[] { Taken(Meetings), Taken(year) })
        );
        Assert.That(await Tree(), Is.EqualTo(before));
        await _place.IsSettledAsync();
    }

    [Test]
    public async Task When_the_trash_bin_was_emptied_it_is_made_again_empty_and_the_report_says_so()
    {
        await _member.Delete(Meetings);
        await _administrator.EmptyTrash();

        var report = await _place.RestoreAsync();

        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Done), Workplace.Sentences(report));
        Assert.That(
            Sentences(report),
            Has.One.EqualTo(
                $"créer le dossier « {Meetings} », car quelqu'un l'a supprimé et --restore le demande : fait à nouveau, vide, car la corbeille ne l'a plus"
            )
        );
        Assert.That((await _place.Client.Files.Find(Meetings, default))!.IsFolder);
        Assert.That(await _place.Client.Files.Find(Note, default), Is.Null);
        await _place.IsSettledAsync();
    }

    [Test]
    public async Task A_document_comes_back_as_people_left_it()
    {
        const string roadmap = $"{Root}/01 Feuille de route/Feuille de route.docx";
        await _member.Write(roadmap, Theirs);
        await _member.Delete(roadmap);

        var report = await _place.RestoreAsync();

        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Done), Workplace.Sentences(report));
        Assert.That(await _member.Read(roadmap), Is.EqualTo(Theirs));
        await _place.IsSettledAsync();
    }

    /// <summary>Every file and folder with its number.</summary>
    private async Task<IReadOnlyList<string>> Tree()
    {
        var listing = await _place.Client.Files.Propfind("", DavDepth.Infinity, default);
        return
        [
            .. listing.Resources.Select(node => $"{node.Path} {node.FileId}").Order(StringComparer.Ordinal),
        ];
    }

    private static string Taken(string path) =>
        $"reprendre « {path} » de la corbeille, car quelqu'un l'a supprimé et --restore le demande : repris avec son contenu";

    private static IReadOnlyList<string> Sentences(RunReport report) =>
        [.. report.Plan!.Steps.Select(step => PlanSentence.Of(step, Language.French).ToString())];
}
