using Connector.DevServer.Accounts;
using Connector.DevServer.Storage;

namespace Connector.DevServer.TeamFolders;

/// <summary>
/// An advanced right: of the bits in <see cref="Mask"/>, those in <see cref="Permissions"/> are granted and the
/// others refused; bits outside the mask are inherited.
/// </summary>
internal sealed record AclRule(long NodeId, Mapping Mapping, int Mask, int Permissions)
{
    public int Apply(int inherited) => (inherited & ~Mask) | (Mask & Permissions);

    /// <summary>Several rules on one node: a grant beats a refusal (<c>lib/ACL/Rule.php</c>).</summary>
    public static AclRule Merge(AclRule one, AclRule other) =>
        one with
        {
            Mask = one.Mask | other.Mask,
            Permissions = one.Permissions | other.Permissions,
        };
}

/// <summary>Rules by node.</summary>
internal sealed class AclStore
{
    private const string Columns = "node_id, type, id, mask, permissions";
    private readonly Database _database;
    private readonly AccessRevision _revision;

    public AclStore(Database database, AccessRevision revision)
    {
        (_database, _revision) = (database, revision);
        database.Define(
            """
            CREATE TABLE IF NOT EXISTS acl_rules(
                node_id INTEGER NOT NULL REFERENCES nodes(id) ON DELETE CASCADE, type TEXT NOT NULL, id TEXT NOT NULL,
                mask INTEGER NOT NULL, permissions INTEGER NOT NULL, PRIMARY KEY(node_id, type, id)) WITHOUT ROWID;
            """
        );
    }

    public ILookup<long, AclRule> All() =>
        _database.Read(s =>
            s.Query(
                    $"SELECT {Columns} FROM acl_rules",
                    row => new AclRule(
                        row.GetInt64(0),
                        new Mapping(row.GetString(1), row.GetString(2)),
                        (int)row.GetInt64(3),
                        (int)row.GetInt64(4)
                    )
                )
                .ToLookup(r => r.NodeId)
        );

    /// <summary>Replaces the whole list of a node.</summary>
    public void Replace(long nodeId, IEnumerable<AclRule> rules)
    {
        _database.Write(s =>
        {
            s.Execute("DELETE FROM acl_rules WHERE node_id=$1", nodeId);
            foreach (var rule in rules)
                s.Execute(
                    $"INSERT OR REPLACE INTO acl_rules({Columns}) VALUES($1,$2,$3,$4,$5)",
                    nodeId,
                    rule.Mapping.Type,
                    rule.Mapping.Id,
                    rule.Mask,
                    rule.Permissions
                );
        });
        _revision.Bump();
    }
}
