using Connector.Ledger;
using Connector.Service;
using Npgsql;

namespace Connector.Connector.Tests.Service;

/// <summary>A ledger that nodes share, brought forward from the version before.</summary>
public sealed class SharedLedgerTrials
{
    private const string Tables = """
        SELECT table_name, column_name, data_type, character_maximum_length, is_nullable FROM information_schema.columns
        WHERE table_schema = 'connector' ORDER BY 1, 2
        """;

    private const string Indexes =
        "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'connector' ORDER BY 1";

    /// <summary>As schema 7 had them.</summary>
    private const string Before = """
        DROP TABLE connector."Deliveries";
        UPDATE connector."Versions" SET "Version" = 7 WHERE "Part" = 'ledger';
        """;

    [Test]
    public async Task It_has_the_same_tables_as_a_new_one_and_keeps_what_it_knew()
    {
        using var postgres = PostgresCluster.Start();
        var connection = ServiceDatabase.Complete(postgres.Connection, null);
        await SharedLedger.PrepareAsync(connection, "essai", default);
        var made = (await Read(connection, Tables), await Read(connection, Indexes));
        await using (var ledger = LedgerStore.Shared(connection, "essai", TimeProvider.System))
        {
            await ledger.RememberAsync("vallon", [new() { Key = "area:a", RemoteId = "7" }], default);
        }

        await using (var db = NpgsqlDataSource.Create(connection))
        {
            await using var old = db.CreateCommand(Before);
            await old.ExecuteNonQueryAsync();
        }

        // Three nodes at once, as after an update of all of them.
        await Task.WhenAll(
            Enumerable.Range(0, 3).Select(_ => SharedLedger.PrepareAsync(connection, "essai", default))
        );
        Assert.That(await Read(connection, Tables), Is.EqualTo(made.Item1));
        Assert.That(await Read(connection, Indexes), Is.EqualTo(made.Item2));
        await using var after = LedgerStore.Shared(connection, "essai", TimeProvider.System);
        Assert.That((await after.LoadAsync("vallon", default)).Find("area:a")?.RemoteId, Is.EqualTo("7"));
    }

    [Test]
    public async Task One_of_a_newer_Connector_is_refused_and_left_alone()
    {
        using var postgres = PostgresCluster.Start();
        var connection = ServiceDatabase.Complete(postgres.Connection, null);
        await SharedLedger.PrepareAsync(connection, "essai", default);
        await using var db = NpgsqlDataSource.Create(connection);
        await using var newer = db.CreateCommand(
            """UPDATE connector."Versions" SET "Version" = 99 WHERE "Part" = 'ledger'"""
        );
        await newer.ExecuteNonQueryAsync();
        Assert.That(
            async () => await SharedLedger.PrepareAsync(connection, "essai", default),
            Throws.TypeOf<LedgerException>()
        );
        Assert.That(
            await Read(connection, """SELECT "Part", "Version" FROM connector."Versions" """),
            Does.Contain("ledger|99")
        );
    }

    private static async Task<IReadOnlyList<string>> Read(string connection, string sql)
    {
        await using var db = NpgsqlDataSource.Create(connection);
        await using var command = db.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)));
        }

        return rows;
    }
}
