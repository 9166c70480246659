using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Provisioning;
using Microsoft.Data.Sqlite;

namespace Connector.Tests.Ledger;

/// <summary>Ledgers that an earlier Connector wrote are brought up to date, and lose nothing that they know.</summary>
public sealed class LedgerSchemaTests
{
    /// <summary>A file of schema 1 as that Connector made it, with one thing of each table in it.</summary>
    private const string SchemaOne = """
        CREATE TABLE "Resources" (
            "Territory" TEXT NOT NULL,
            "Key" TEXT NOT NULL,
            "RemoteId" TEXT NOT NULL,
            "Path" TEXT NULL,
            "ETag" TEXT NULL,
            "ContentHash" TEXT NULL,
            "SeenAt" TEXT NOT NULL,
            CONSTRAINT "PK_Resources" PRIMARY KEY ("Territory", "Key")
        );
        CREATE TABLE "Runs" (
            "Id" INTEGER NOT NULL CONSTRAINT "PK_Runs" PRIMARY KEY AUTOINCREMENT,
            "Territory" TEXT NOT NULL,
            "Verb" TEXT NOT NULL,
            "StartedAt" TEXT NOT NULL,
            "EndedAt" TEXT NULL,
            "Outcome" TEXT NULL,
            "Requests" INTEGER NOT NULL
        );
        CREATE TABLE "Steps" (
            "Id" INTEGER NOT NULL CONSTRAINT "PK_Steps" PRIMARY KEY AUTOINCREMENT,
            "RunId" INTEGER NOT NULL,
            "Territory" TEXT NOT NULL,
            "Key" TEXT NOT NULL,
            "Action" TEXT NOT NULL,
            "State" TEXT NOT NULL,
            "BegunAt" TEXT NOT NULL,
            "EndedAt" TEXT NULL,
            "Message" TEXT NULL
        );
        CREATE INDEX "IX_Runs_Territory" ON "Runs" ("Territory");
        CREATE INDEX "IX_Steps_Territory_State" ON "Steps" ("Territory", "State");
        INSERT INTO "Resources" VALUES ('vallon', 'area:comite/06 Budget', '41', 'Comité/06 Budget', '"e1"', 'h1', '2026-09-01 08:00:05.7459839+00:00');
        INSERT INTO "Runs" VALUES (3, 'vallon', 'apply', '2026-09-01 08:00:00+00:00', '2026-09-01 08:00:06+00:00', 'Done', 114);
        INSERT INTO "Steps" VALUES (9, 3, 'vallon', 'area:comite/06 Budget', 'CreateFolder', 'Begun', '2026-09-01 08:00:05+00:00', NULL, NULL);
        PRAGMA user_version = 1;
        """;

    /// <summary>What schema 2 added.</summary>
    private const string Versions = "ALTER TABLE \"Resources\" ADD COLUMN \"Blueprint\" TEXT NULL;";

    private DirectoryInfo _folder = null!;
    private string _path = "";

    [SetUp]
    public void Start()
    {
        _folder = Directory.CreateTempSubdirectory("connector-ledger-");
        _path = Path.Combine(_folder.FullName, "ledger.db");
    }

    [TearDown]
    public void Stop()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [Test]
    public async Task A_ledger_of_schema_1_is_read_whole_and_takes_versions_from_then_on()
    {
        await Run(SchemaOne);

        var known = await Open(ledger => ledger.LoadAsync("vallon", default));
        Assert.That(
            known.Find("area:comite/06 Budget"),
            Is.EqualTo(
                new KnownResource
                {
                    Key = "area:comite/06 Budget",
                    RemoteId = "41",
                    Path = "Comité/06 Budget",
                    ETag = "\"e1\"",
                    ContentHash = "h1",
                }
            )
        );
        Assert.That(known.Unfinished, Is.EqualTo(new[] { "area:comite/06 Budget" }));
        Assert.That(await Version(), Is.EqualTo(LedgerStore.SchemaVersion));

        var made = new KnownResource
        {
            Key = "area:comite/09 Presse",
            RemoteId = "42",
            Blueprint = "mien 1.2",
        };
        await Open(async ledger =>
        {
            await ledger.RememberAsync("vallon", [made], default);
            Assert.That((await ledger.RunsAsync("vallon", 5, default)).Single().Id, Is.EqualTo(3));
            return true;
        });
        known = await Open(ledger => ledger.LoadAsync("vallon", default));
        Assert.That(known.Find(made.Key), Is.EqualTo(made));
    }

    [TestCase("")]
    [TestCase(Versions)]
    [TestCase(Versions + "ALTER TABLE \"Resources\" ADD COLUMN \"BaseHash\" TEXT NULL;")]
    public async Task An_upgrade_that_was_cut_is_finished(string done)
    {
        await Run(SchemaOne + done);

        var known = await Open(ledger => ledger.LoadAsync("vallon", default));

        Assert.That(known.Resources, Has.Count.EqualTo(1));
        Assert.That(await Version(), Is.EqualTo(LedgerStore.SchemaVersion));
    }

    [Test]
    public async Task A_ledger_that_another_program_copied_is_made_durable_again()
    {
        await Open(_ => Task.FromResult(true));
        SqliteConnection.ClearAllPools();
        Assert.That(await Run("PRAGMA journal_mode = DELETE"), Is.EqualTo("delete"));

        await Open(ledger => ledger.LoadAsync("vallon", default));

        SqliteConnection.ClearAllPools();
        Assert.That(await Run("PRAGMA journal_mode"), Is.EqualTo("wal"));
    }

    [Test]
    public async Task What_made_a_thing_is_not_unsaid_by_a_later_writing()
    {
        var made = new KnownResource
        {
            Key = "area:comite",
            RemoteId = "7",
            Blueprint = "mien 1",
        };
        await Open(async ledger =>
        {
            await ledger.RememberAsync("vallon", [made], default);
            await ledger.RememberAsync(
                "vallon",
                [made with { Blueprint = "mien 2", Path = "Ailleurs" }],
                default
            );
            await ledger.RememberAsync("vallon", [made with { Blueprint = null, Path = "Comité" }], default);
            return true;
        });

        var known = await Open(ledger => ledger.LoadAsync("vallon", default));

        Assert.That(known.Find("area:comite"), Is.EqualTo(made with { Path = "Comité" }));
    }

    [Test]
    public async Task A_ledger_of_a_newer_schema_is_refused_and_left_as_it_is()
    {
        await Run($"{SchemaOne}PRAGMA user_version = {LedgerStore.SchemaVersion + 1};");

        var error = Assert.ThrowsAsync<LedgerException>(() => Open(_ => Task.FromResult(true)));

        Assert.That(error!.Problem.Code, Is.EqualTo("ledger-newer"));
        Assert.That(await Version(), Is.EqualTo(LedgerStore.SchemaVersion + 1));
    }

    [Test]
    public async Task A_ledger_of_schema_2_keeps_documents_from_then_on()
    {
        await Run(SchemaOne + Versions + "PRAGMA user_version = 2;");
        var written = new KnownResource
        {
            Key = "area:comite/Feuille.docx",
            RemoteId = "43",
            BaseHash = "b1",
        };
        byte[] bytes = [.. Enumerable.Range(0, 3000).Select(number => (byte)(number % 7))];

        await Open(async ledger =>
        {
            await ledger.RememberAsync("vallon", [written], [new KeptBase("b1", bytes)], default);
            await ledger.RememberAsync("vallon", [written], [new KeptBase("b1", bytes)], default);
            return true;
        });

        Assert.That(await Version(), Is.EqualTo(LedgerStore.SchemaVersion));
        var known = await Open(ledger => ledger.LoadAsync("vallon", default));
        Assert.That(known.Find(written.Key), Is.EqualTo(written));
        Assert.That(known.Find("area:comite/06 Budget")?.BaseHash, Is.Null);
        Assert.That(await Open(ledger => KeptBase.FindAsync(ledger, "b1", default)), Is.EqualTo(bytes));
        Assert.That(await Run("SELECT length(Bytes) FROM Bases"), Is.LessThan(300L));
    }

    [Test]
    public async Task Calendars_that_were_one_text_up_to_schema_5_have_a_row_for_each_object()
    {
        await Run(
            SchemaOne
                + """
                INSERT INTO "Resources" VALUES ('vallon', 'calendar:comite#objects', 'calendar:comite', NULL, 't7',
                    '{"a.ics":{"ETag":"e1","Text":"BEGIN:VCALENDAR\r\nX:« é »","LastGood":null},"b.ics":{"ETag":"e2","Text":"cut","LastGood":"good"}}',
                    '2026-09-01 08:00:05.7459839+00:00');
                INSERT INTO "Resources" VALUES ('vallon', 'calendar:vide#objects', 'calendar:vide', NULL, 't1', '{}', '2026-09-01 08:00:05.7459839+00:00');
                """
        );

        var known = await Open(ledger => ledger.LoadAsync("vallon", default));

        var texts = CalendarMemory.Recall(known, "calendar:comite")!;
        Assert.That(
            texts,
            Is.EqualTo(
                new Dictionary<string, CalendarText>
                {
                    ["a.ics"] = new("e1", "BEGIN:VCALENDAR\r\nX:« é »"),
                    ["b.ics"] = new("e2", "cut") { LastGood = "good" },
                }
            )
        );
        Assert.That(CalendarMemory.Recall(known, "calendar:vide"), Is.Empty);
        Assert.That(CalendarMemory.Recall(known, "calendar:autre"), Is.Null);
        Assert.That(CalendarMemory.IsCurrent(known, "calendar:comite", "t7"));
    }

    [Test]
    public async Task A_document_that_nothing_leans_on_any_more_is_dropped_when_a_run_ends()
    {
        var written = new KnownResource
        {
            Key = "area:comite/Feuille.docx",
            RemoteId = "43",
            BaseHash = "b1",
        };
        await Open(async ledger =>
        {
            await ledger.RememberAsync("vallon", [written], [new KeptBase("b1", new byte[] { 1 })], default);
            await ledger.RememberAsync(
                "vallon",
                [written with { BaseHash = "b2" }],
                [new KeptBase("b2", new byte[] { 2 })],
                default
            );
            var run = await ledger.BeginRunAsync("vallon", "apply", default);
            await ledger.EndRunAsync(run, "Done", 0, settled: true, default);
            return true;
        });

        Assert.That(await Open(ledger => KeptBase.FindAsync(ledger, "b1", default)), Is.Null);
        Assert.That(
            await Open(ledger => KeptBase.FindAsync(ledger, "b2", default)),
            Is.EqualTo(new byte[] { 2 })
        );
    }

    private async Task<T> Open<T>(Func<LedgerStore, Task<T>> use)
    {
        await using var ledger = await LedgerStore.OpenAsync(_path, TimeProvider.System, default);
        return await use(ledger);
    }

    private async Task<long> Version() => (long)(await Run("PRAGMA user_version"))!;

    private async Task<object?> Run(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={_path};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }
}
