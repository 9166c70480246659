using Connector.DevServer;
using Connector.Nextcloud.Dav;
using Connector.Reports;

namespace Connector.Tests.Provisioning;

/// <summary>Servers that forbid names which others accept.</summary>
public sealed class NameTrials
{
    private const string Root = "Comité‛20‛stratégique‛20‛(essai)";

    private const string Old = "Comité stratégique (essai)";

    private static readonly ForbiddenNames NoSpaces = new()
    {
        Characters = [" ", "␠"],
        Extensions = [".docx"],
    };

    [Test]
    public async Task What_the_server_forbids_is_spelled_otherwise_and_a_second_run_changes_nothing()
    {
        await using var place = await Workplace.OpenAsync(NoSpaces);
        var report = await place.ApplyAsync();
        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Done), Workplace.Sentences(report));
        var tree = (await place.Client.Files.Propfind("", DavDepth.Infinity, default)).Resources;
        Assert.That(tree.Select(node => node.Path), Does.Contain($"{Root}/02‛20‛Réunions"));
        Assert.That(
            tree.Where(node => node.Path.StartsWith(Root, StringComparison.Ordinal))
                .Select(node => node.Path),
            Has.None.Contains(" ")
        );
        await place.IsSettledAsync();
        Assert.That((await place.PlanAsync()).Requests.Values.Sum(), Is.EqualTo(6), "nobody asks again");
    }

    [Test]
    public async Task A_server_that_forbids_names_later_keeps_those_that_exist_and_gets_new_ones_as_it_wants()
    {
        await using var place = await Workplace.OpenAsync();
        await place.ApplyAsync();
        place.Server.Forbidden = NoSpaces;
        await place.IsSettledAsync();

        using var administrator = place.Administrator();
        await administrator.Delete($"{Old}/02 Réunions");
        await administrator.EmptyTrash();
        var report = await place.RestoreAsync();
        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Done), Workplace.Sentences(report));
        Assert.That(await place.Client.Files.Find($"{Old}/02‛20‛Réunions", default), Is.Not.Null);
        await place.IsSettledAsync();
    }
}
