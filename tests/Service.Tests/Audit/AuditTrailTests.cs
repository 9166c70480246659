using Connector.Audit;
using Connector.Connector.Tests.Service;
using Connector.Domain.Auditing;
using Connector.Domain.Chains;
using Connector.Service;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Connector.Connector.Tests.Audit;

/// <summary>The audit trail on both databases: whoever writes at the same moment, it is one chain that takes lines alone.</summary>
public sealed class AuditTrailTests
{
    private DirectoryInfo _folder = null!;

    [SetUp]
    public void Start() => _folder = Directory.CreateTempSubdirectory("connector-audit-");

    [TearDown]
    public void Stop()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [Test]
    public Task In_a_file_many_writers_make_one_chain() => ManyWriters(OfFile());

    [Test]
    public async Task On_PostgreSQL_many_writers_make_one_chain()
    {
        using var postgres = PostgresCluster.Start();
        await ManyWriters(OfPostgres(postgres));
    }

    [Test]
    public Task In_a_file_no_line_can_be_changed_or_taken_out() => Guarded(OfFile());

    [Test]
    public async Task On_PostgreSQL_no_line_can_be_changed_or_taken_out()
    {
        using var postgres = PostgresCluster.Start();
        await Guarded(OfPostgres(postgres));
    }

    [Test]
    public async Task Whoever_takes_the_guards_away_is_found_out()
    {
        var database = OfFile();
        await AuditTrail.PrepareAsync(database, default);
        using var trail = new AuditTrail(database, TimeProvider.System);
        for (var number = 0; number < 3; number++)
        {
            await trail.AppendAsync(Asked(number), default);
        }

        var copy = await trail.AllAsync(default).ToListAsync();
        await ExecuteAsync(database, "DROP TRIGGER \"AuditLines_kept\"; DROP TRIGGER \"AuditLines_fixed\"");
        await ExecuteAsync(database, "DELETE FROM \"AuditLines\" WHERE \"Number\" = 3");
        Assert.That((await trail.VerifyAsync([], default)).Fault, Is.Null, "a shortened chain is a chain");
        Assert.That(
            (await trail.VerifyAsync(copy, default)).Fault,
            Is.EqualTo(new ChainFault(3, ChainFaultKind.Missing))
        );
        await ExecuteAsync(database, "UPDATE \"AuditLines\" SET \"Name\" = 'paul' WHERE \"Number\" = 2");
        Assert.That(
            (await trail.VerifyAsync([], default)).Fault,
            Is.EqualTo(new ChainFault(2, ChainFaultKind.Altered))
        );
        await ExecuteAsync(database, "UPDATE \"AuditLines\" SET \"Door\" = 'autre' WHERE \"Number\" = 1");
        Assert.That(
            (await trail.VerifyAsync([], default)).Fault,
            Is.EqualTo(new ChainFault(1, ChainFaultKind.Altered))
        );
    }

    [Test]
    public async Task Lines_are_found_by_territory_action_actor_and_time_and_by_page()
    {
        var database = OfFile();
        await AuditTrail.PrepareAsync(database, default);
        using var trail = new AuditTrail(database, TimeProvider.System);
        for (var number = 1; number <= 6; number++)
        {
            await trail.AppendAsync(
                Asked(number) with
                {
                    Territory = number % 2 == 0 ? "aix" : "arles",
                },
                default
            );
        }

        Assert.That(await Found(new AuditQuery { Territory = "aix" }), Is.EqualTo(new[] { 6, 4, 2 }));
        Assert.That(await Found(new AuditQuery { Most = 2, Before = 5 }), Is.EqualTo(new[] { 4, 3 }));
        Assert.That(await Found(new AuditQuery { Action = AuditActions.SignIn }), Is.Empty);
        Assert.That(await Found(new AuditQuery { Name = "marie-3" }), Is.EqualTo(new[] { 3 }));
        Assert.That(await Found(new AuditQuery { Since = DateTimeOffset.UtcNow.AddHours(1) }), Is.Empty);
        Assert.That(
            await Found(new AuditQuery { Until = DateTimeOffset.UtcNow.AddHours(1) }),
            Has.Length.EqualTo(6)
        );

        async Task<int[]> Found(AuditQuery query) =>
            [.. (await trail.ListAsync(query, default)).Select(line => line.Number)];
    }

    private static async Task ManyWriters(ServiceDatabase database)
    {
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => AuditTrail.PrepareAsync(database, default)));
        using var node = new AuditTrail(database, TimeProvider.System);
        using var other = new AuditTrail(database, TimeProvider.System);
        await Task.WhenAll(
            Enumerable
                .Range(0, 40)
                .Select(number => (number % 2 == 0 ? node : other).AppendAsync(Asked(number), default))
        );
        var found = await node.VerifyAsync([], default);
        Assert.That(found.Fault, Is.Null);
        Assert.That(found.Count, Is.EqualTo(40));
    }

    private static async Task Guarded(ServiceDatabase database)
    {
        await AuditTrail.PrepareAsync(database, default);
        using var trail = new AuditTrail(database, TimeProvider.System);
        await trail.AppendAsync(Asked(1), default);
        foreach (
            var statement in new[]
            {
                "DELETE FROM \"AuditLines\"",
                "UPDATE \"AuditLines\" SET \"Name\" = 'paul'",
            }
        )
        {
            Assert.That(
                () => ExecuteAsync(database, statement),
                Throws.InstanceOf<System.Data.Common.DbException>().With.Message.Contain("only ever added to")
            );
        }

        Assert.That((await trail.VerifyAsync([], default)).Count, Is.EqualTo(1));
    }

    private static async Task ExecuteAsync(ServiceDatabase database, string statement)
    {
        await using var db = new AuditContext(AuditContext.At(database));
        await db.Database.ExecuteSqlRawAsync(statement);
    }

    private static AuditEntry Asked(int number) =>
        new(new AuditActor(AuditDoor.Session, $"marie-{number}"), AuditActions.JobAsked);

    private ServiceDatabase OfFile() => new() { Folder = _folder.FullName };

    private ServiceDatabase OfPostgres(PostgresCluster postgres) =>
        new() { Folder = _folder.FullName, Postgres = ServiceDatabase.Complete(postgres.Connection, null) };
}
