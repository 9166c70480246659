using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Connector.Connector.Tests.Service;
using Connector.Jobs;
using Connector.Reports;
using Connector.Service;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Connector.Tests.Console;

/// <summary>Lines of a plan that somebody unticks.</summary>
public sealed class PlanChoiceTrials
{
    private const string Plan = "/t/vallon/plan";
    private ConsolePlace _place = null!;
    private ConsoleBrowser _browser = null!;

    [SetUp]
    public async Task Start()
    {
        _place = await ConsolePlace.OpenAsync();
        await _place.AddAsync("coordo", "coordination", "reseau");
        _browser = new ConsoleBrowser(_place.Address);
        await _browser.SignInAsync(_place, "coordo");
    }

    [TearDown]
    public async Task Stop()
    {
        _browser.Dispose();
        await _place.DisposeAsync();
    }

    [Test]
    public async Task A_line_without_a_tick_is_left_with_what_depends_on_it_until_it_is_ticked()
    {
        var first = await AskAsync(Plan, step => step.EndsWith("/02 Réunions", StringComparison.Ordinal));
        Assert.That(first.Outcome, Is.EqualTo(nameof(RunOutcome.Done)), first.Summary);
        Assert.That(first.Left, Is.Not.Empty);
        Assert.That(await PicturesOfMeetingsAsync(), Is.Empty);

        // Runs that nobody chose for leave it as well, and so does the home page.
        var again = await _place.Service.RunAsync();
        Assert.That(again.Changes, Is.Zero, again.Summary);
        Assert.That((await _place.Service.RunAsync(JobKind.Calendar)).Changes, Is.Zero);
        Assert.That(await _browser.ReadAsync("/t/vallon?relire=1"), Does.Not.Contain("à mettre en place"));
        var page = await _browser.ReadAsync($"{Plan}?relire=1");
        Assert.That(page, Does.Contain("sauf ce que vous avez laissé de côté"));
        Assert.That(
            await _browser.ReadAsync($"/t/vallon/travaux/{first.Id.ToString(CultureInfo.InvariantCulture)}"),
            Does.Contain("Laissé de côté")
        );

        var then = await AskAsync(Plan, _ => false);
        Assert.That(then.Outcome, Is.EqualTo(nameof(RunOutcome.Done)), then.Summary);
        Assert.That(await PicturesOfMeetingsAsync(), Is.Not.Empty);
        Assert.That(await _browser.ReadAsync($"{Plan}?relire=1"), Does.Contain("il n'y a rien à faire"));
        Assert.That((await _place.Service.RunAsync()).Changes, Is.Zero);
    }

    [Test]
    public async Task On_the_page_of_a_part_it_alone_is_set_up_and_what_was_left_elsewhere_stays_left()
    {
        await AskAsync(Plan, step => step.EndsWith("/02 Réunions", StringComparison.Ordinal));
        var left = await LeftAsync();
        var page = await _browser.SourceAsync($"{Plan}?relire=1");
        var part = Regex
            .Matches(page, "plan\\?partie=([a-z-]+)")
            .Select(link => link.Groups[1].Value)
            .First(name => name != "reseau");
        var one = await AskAsync($"{Plan}?partie={part}", _ => true);
        Assert.That(one.Groups, Is.EqualTo(part));
        Assert.That(await LeftAsync(), Is.SupersetOf(left));
        await AskAsync($"{Plan}?partie={part}", _ => false);
        Assert.That((await LeftAsync()).Where(key => key.Contains(part, StringComparison.Ordinal)), Is.Empty);
        Assert.That(await PicturesOfMeetingsAsync(), Is.Not.Empty);
    }

    [Test]
    public async Task Jobs_of_an_earlier_version_stay_and_get_what_is_new()
    {
        var job = await _place.Service.RunAsync();
        await _place.Service.DisposeAsync();
        SqliteConnection.ClearAllPools();
        await using (var db = new SqliteConnection($"Data Source={_place.Terminal.At(".connector/jobs.db")}"))
        {
            await db.OpenAsync();
            await using var old = db.CreateCommand();
            old.CommandText = """ALTER TABLE "Jobs" DROP COLUMN "LeftOut"; PRAGMA user_version = 1;""";
            await old.ExecuteNonQueryAsync();
        }

        SqliteConnection.ClearAllPools();
        await _place.StartAsync();
        Assert.That((await _place.Service.Jobs.GetAsync(job.Id, default))?.Summary, Is.EqualTo(job.Summary));
        Assert.That((await _place.Service.RunAsync()).Left, Is.Empty);
    }

    [Test]
    public async Task Shared_jobs_of_an_earlier_version_get_what_is_new_once()
    {
        using var postgres = PostgresCluster.Start();
        var database = new ServiceDatabase
        {
            Folder = "unused",
            Postgres = ServiceDatabase.Complete(postgres.Connection, null),
        };
        await JobSchema.PrepareAsync(database, default);
        await using (var db = new NpgsqlConnection(database.Postgres))
        {
            await db.OpenAsync();
            await using var old = new NpgsqlCommand(
                """
                ALTER TABLE "Jobs" DROP COLUMN "LeftOut";
                UPDATE connector."Versions" SET "Version" = 1 WHERE "Part" = 'jobs';
                """,
                db
            );
            await old.ExecuteNonQueryAsync();
        }

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => JobSchema.PrepareAsync(database, default)));
        var jobs = new JobStore(database, TimeProvider.System);
        var (job, _) = await jobs.RequestAsync(
            new JobRequest("vallon", JobKind.Provision, "ines", "essai") { LeftOut = ["area:a", "area:b"] },
            default
        );
        Assert.That(
            (await jobs.GetAsync(job.Id, default))!.Left,
            Is.EquivalentTo(new[] { "area:a", "area:b" })
        );
    }

    private async Task<IReadOnlySet<string>> LeftAsync() =>
        await _place.Service.Jobs.LeftOutAsync("vallon", default);

    private async Task<List<string>> PicturesOfMeetingsAsync() =>
        [
            .. (await _place.Place.PictureAsync()).Where(line =>
                line.Contains("02 Réunions", StringComparison.Ordinal)
            ),
        ];

    /// <summary>Sends the plan's form without the ticks of some steps, and waits for the job.</summary>
    private async Task<JobRow> AskAsync(string page, Func<string, bool> unticked)
    {
        var source = await _browser.SourceAsync(page);
        var form = Regex.Match(
            source,
            $"<form method=\"post\" action=\"{Plan}\"[^>]*>(.*?)</form>",
            RegexOptions.Singleline
        );
        Assert.That(form.Success, source);
        var fields = Regex
            .Matches(form.Value, "name=\"([^\"]+)\" value=\"([^\"]*)\"")
            .Select(field =>
                (Name: field.Groups[1].Value, Value: WebUtility.HtmlDecode(field.Groups[2].Value))
            )
            .ToList();
        var shown = fields.Single(field => field.Name == "vu").Value.Split('\n');
        using var answer = await _browser.PostAsync(
            Plan,
            [
                .. fields
                    .Where(field =>
                        field.Name != "fait"
                        || !unticked(shown[int.Parse(field.Value, CultureInfo.InvariantCulture)])
                    )
                    .Select(field => KeyValuePair.Create(field.Name, field.Value)),
            ]
        );
        var id = Regex.Match(answer.Headers.Location!.OriginalString, "/travaux/(\\d+)$").Groups[1].Value;
        return await _place.Service.EndOf(long.Parse(id, CultureInfo.InvariantCulture));
    }
}
