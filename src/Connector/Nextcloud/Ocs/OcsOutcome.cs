using Connector.Domain;

namespace Connector.Nextcloud.Ocs;

/// <summary>What became of an administration call.</summary>
internal enum OcsResult
{
    Done,

    /// <summary>It is there already, or already so.</summary>
    AlreadyExists,

    /// <summary>The user, group or folder that it is about does not exist.</summary>
    NotFound,

    /// <summary>The account has not the right.</summary>
    Forbidden,

    /// <summary>A name, address or password that the server refuses.</summary>
    Refused,

    /// <summary>Answered as done (or broken), and not so when read back.</summary>
    NotApplied,
}

/// <summary>The outcome of one administration call; <see cref="Message"/> is null when all went well.</summary>
internal sealed record OcsOutcome(OcsResult Result, Text? Message = null)
{
    public static readonly OcsOutcome Done = new(OcsResult.Done);
    public static readonly OcsOutcome AlreadyExists = new(OcsResult.AlreadyExists);

    /// <summary>Found out by reading back after a fault.</summary>
    public bool Settled { get; init; }

    public bool IsThere => Result is OcsResult.Done or OcsResult.AlreadyExists;
}
