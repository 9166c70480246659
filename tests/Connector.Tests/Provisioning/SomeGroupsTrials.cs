using Connector.Reports;

namespace Connector.Tests.Provisioning;

/// <summary>A run over some groups alone.</summary>
public sealed class SomeGroupsTrials
{
    [Test]
    public async Task A_group_alone_is_set_up_whole_and_a_run_over_all_does_what_is_left()
    {
        await using var place = await Workplace.OpenAsync();
        var first = await place.ApplyToAsync("essai-jeunes");
        Assert.That(first.Outcome, Is.EqualTo(RunOutcome.Done), Workplace.Sentences(first));
        var folders = (await place.Client.TeamFolders.List(default)).Select(folder => folder.MountPoint);
        Assert.That(folders, Has.Some.Contains("Jeunes").And.None.Contains("Comité"));

        var second = await place.ApplyToAsync("essai-jeunes");
        Assert.That(second.Results, Is.Empty, Workplace.Sentences(second));
        await place.ApplyAsync();
        await place.IsSettledAsync();
    }
}
