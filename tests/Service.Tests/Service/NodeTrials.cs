using System.Diagnostics;
using System.Globalization;
using System.Text;
using Connector.DevServer.Faults;
using Connector.Jobs;
using Connector.Reports;
using Connector.Service;

namespace Connector.Connector.Tests.Service;

/// <summary>
/// Pairs of real processes on one PostgreSQL, killed at random moments in the middle of their work: the other takes over within a
/// minute, every job ends once, and each workspace is the one of a run that nobody disturbed.
/// </summary>
public sealed class NodeTrials
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>How many kills; CI asks for more through <c>CONNECTOR_KILLS</c>.</summary>
    private static int Kills =>
        int.TryParse(
            Environment.GetEnvironmentVariable("CONNECTOR_KILLS"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var kills
        )
            ? kills
            : 5;

    /// <summary>Pairs of nodes that live and die side by side, each pair on a database of its own.</summary>
    private const int MostPairs = 4;

    [Test]
    public async Task A_killed_node_is_replaced_and_nothing_is_doubled()
    {
        using var postgres = PostgresCluster.Start();
        var seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}, {Kills} kills");
        var pairs = Math.Min(MostPairs, Kills);
        var shares = Enumerable.Range(0, pairs).Select(pair => (Kills + pair) / pairs);
        var longest = await Task.WhenAll(
            shares.Select(
                (kills, pair) => KillAll(postgres.NewDatabase($"paire{pair}"), kills, new Random(seed + pair))
            )
        );
        TestContext.Out.WriteLine($"longest from kill to takeover: {longest.Max().TotalSeconds:0.0} s");
        Assert.That(longest.Max(), Is.LessThan(Patience));
    }

    /// <returns>The longest that a job lay without a node.</returns>
    private static async Task<TimeSpan> KillAll(string connection, int kills, Random random)
    {
        using var terminal = new Terminal();
        var places = new List<Workplace>();
        var nodes = new List<Process>();
        try
        {
            await Lay(terminal, places, connection, kills);
            var database = ServiceFile
                .Load(terminal.At("connector.yaml"), terminal.Environment.GetValueOrDefault)
                .Configuration!.Database;
            var jobs = new JobStore(database, TimeProvider.System);
            nodes.Add(Node(terminal));
            nodes.Add(Node(terminal));
            await Until(() => Asked(jobs, "t0"), "the tables", nodes);
            var longest = TimeSpan.Zero;
            for (var kill = 0; kill < kills; kill++)
            {
                var took = await KillOne(jobs, nodes, terminal, $"t{kill}", random);
                longest = took > longest ? took : longest;
            }

            for (var index = 0; index < kills; index++)
            {
                places[index].Server.Faults.Clear();
                await Proof(jobs, nodes, places[index], $"t{index}", await Undisturbed(index));
            }

            return longest;
        }
        finally
        {
            foreach (var node in nodes.Where(node => !node.HasExited))
            {
                node.Kill();
            }

            foreach (var place in places)
            {
                await place.DisposeAsync();
            }
        }
    }

    /// <returns>How long the job lay without a node.</returns>
    private static async Task<TimeSpan> KillOne(
        JobStore jobs,
        List<Process> nodes,
        Terminal terminal,
        string territory,
        Random random
    )
    {
        var (job, _) = await jobs.RequestAsync(Request(territory), default);
        JobRow? now = null;
        await Until(
            async () =>
                (now = await jobs.GetAsync(job.Id, default)) is { State: JobState.Running, Node: not null },
            $"{territory} to run",
            nodes
        );
        await Task.Delay(random.Next(0, 2500));
        now = await jobs.GetAsync(job.Id, default);
        if (now!.State == JobState.Ended)
        {
            return TimeSpan.Zero;
        }

        var victim = nodes.Find(node =>
            now.Node!.EndsWith($"-{node.Id.ToString(CultureInfo.InvariantCulture)}", StringComparison.Ordinal)
        );
        var clock = Stopwatch.StartNew();
        victim!.Kill();
        await victim.WaitForExitAsync();
        nodes.Remove(victim);
        var (attempts, dead) = (now.Attempts, now.Node);
        await Until(
            async () =>
                await jobs.GetAsync(job.Id, default) is { } row
                && (row.State == JobState.Ended || row.Attempts > attempts || row.Node != dead),
            $"{territory} to be taken over",
            nodes
        );
        var took = clock.Elapsed;
        nodes.Add(Node(terminal));
        return took;
    }

    private static async Task Proof(
        JobStore jobs,
        List<Process> nodes,
        Workplace place,
        string territory,
        IReadOnlyList<string> expected
    )
    {
        await Until(
            async () =>
                (await jobs.ListAsync(territory, false, 10, default)).TrueForAll(job =>
                    job.State == JobState.Ended
                ),
            $"{territory} to end",
            nodes
        );
        var ended = (await jobs.ListAsync(territory, false, 10, default)).Single();
        Assert.That(ended.Outcome, Is.EqualTo(nameof(RunOutcome.Done)), $"{territory}: {ended.Summary}");
        Assert.That(await place.PictureAsync(), Is.EqualTo(expected), territory);
        var (again, _) = await jobs.RequestAsync(Request(territory), default);
        JobRow? second = null;
        await Until(
            async () => (second = await jobs.GetAsync(again.Id, default)) is { State: JobState.Ended },
            $"{territory} again",
            nodes
        );
        Assert.That(
            (second!.Outcome, second.Changes),
            Is.EqualTo((nameof(RunOutcome.Done), 0)),
            $"{territory}: {second.Summary}"
        );
    }

    private static JobRequest Request(string territory) =>
        new(territory, JobKind.Provision, "essai", "essai");

    /// <summary>Whether the tables are there: the first node makes them.</summary>
    private static async Task<bool> Asked(JobStore jobs, string territory)
    {
        try
        {
            await jobs.ListAsync(territory, false, 1, default);
            return true;
        }
        catch (Npgsql.PostgresException)
        {
            return false;
        }
    }

    /// <summary>In one database ledgers are told apart by the territory's name, which its documents show.</summary>
    private static string Named(string text, int index) =>
        text.Replace("nom: Vallon d'Argentière", $"nom: Vallon {index}", StringComparison.Ordinal);

    private static async Task<IReadOnlyList<string>> Undisturbed(int index)
    {
        await using var place = await Workplace.OpenAsync();
        using var terminal = Terminal.At(place);
        await File.WriteAllTextAsync(
            terminal.Territory,
            Named(await File.ReadAllTextAsync(terminal.Territory), index)
        );
        Assert.That((await terminal.RunAsync("apply", terminal.Territory)).Code, Is.Zero);
        return await place.PictureAsync();
    }

    /// <summary>A territory a kill, each of a name of its own on a slow server of its own.</summary>
    private static async Task Lay(Terminal terminal, List<Workplace> places, string connection, int kills)
    {
        var text = await File.ReadAllTextAsync(terminal.Territory);
        var yaml = new StringBuilder(
            $"""
            écoute: 127.0.0.1:0
            postgresql: {connection}
            battement: 1
            horaires: {"{"} provision: jamais, preuve: jamais, conservation: jamais {"}"}
            territoires:

            """
        );
        terminal.Environment["ROBOT_USER"] = "admin";
        terminal.Environment["ROBOT_PASSWORD"] = Workplace.Password;
        for (var index = 0; index < kills; index++)
        {
            var place = await Workplace.OpenAsync();
            places.Add(place);
            place.Server.Faults.Add(
                new FaultRule
                {
                    Kind = FaultKind.Delay,
                    Delay = TimeSpan.FromMilliseconds(40),
                    Times = 0,
                }
            );
            var file = terminal.At($"t{index}.yaml");
            await File.WriteAllTextAsync(file, Named(text, index));
            yaml.Append(
                CultureInfo.InvariantCulture,
                $"  - {"{"} id: t{index}, fichier: t{index}.yaml, registre: l{index}.db, serveur: \"{place.Server.BaseAddress}\", environnement: ROBOT {"}"}\n"
            );
        }

        await File.WriteAllTextAsync(terminal.At("connector.yaml"), yaml.ToString());
    }

    private static Process Node(Terminal terminal)
    {
        var process = Process.Start(terminal.Program("serve", "--config", terminal.At("connector.yaml")))!;
        process.OutputDataReceived += (_, line) =>
            TestContext.Progress.WriteLine($"{process.Id}: {line.Data}");
        process.ErrorDataReceived += (_, line) =>
            TestContext.Progress.WriteLine($"{process.Id}! {line.Data}");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static async Task Until(Func<Task<bool>> isSo, string what, List<Process> nodes)
    {
        var clock = Stopwatch.StartNew();
        while (!await isSo())
        {
            Assert.That(clock.Elapsed, Is.LessThan(Patience * 2), $"waited in vain for {what}");
            Assert.That(nodes.Exists(node => !node.HasExited), $"no node is alive; waited for {what}");
            await Task.Delay(50);
        }
    }
}
