namespace Connector.Jobs;

/// <summary>What a job does for one territory.</summary>
internal enum JobKind
{
    /// <summary>What <c>connector apply</c> does: groups, folders, rights, calendars, documents, then publishing.</summary>
    Provision,

    /// <summary>Publishes what waits to be: minutes that their group approved, the other forms of documents.</summary>
    Documents,

    /// <summary>The calendars alone: meetings in both directions, and the network's calendar.</summary>
    Calendar,

    /// <summary>The directory alone: accounts, groups, members, and the documents that list them.</summary>
    Directory,

    /// <summary>Announces what is due: meetings, minutes, the day's digest.</summary>
    Announcements,

    /// <summary>What <c>connector drift</c> does, every night: compares all of the server with what was made there.</summary>
    Proof,

    /// <summary>Drops what is older than is to be kept, of the ledger's steps and of the jobs themselves.</summary>
    Retention,
}
