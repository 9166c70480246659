using System.Text.RegularExpressions;

namespace Connector.DevServer.Faults;

/// <summary>How a request goes wrong.</summary>
public enum FaultKind
{
    /// <summary>Answer <see cref="FaultRule.Status"/>; nothing is done.</summary>
    Status,

    /// <summary>Wait <see cref="FaultRule.Delay"/>, then act and answer as usual.</summary>
    Delay,

    /// <summary>Cut the connection; nothing is done.</summary>
    ResetBefore,

    /// <summary>Act, then cut the connection without an answer.</summary>
    ResetAfter,

    /// <summary>Act, then answer <see cref="FaultRule.Status"/>.</summary>
    FailAfter,

    /// <summary>Act, then send half of the answer and cut the connection.</summary>
    Truncate,

    /// <summary>Half of the request's body arrives; what is done with half is done, then the connection is cut.</summary>
    CutBody,

    /// <summary>Never answer; nothing is done.</summary>
    Hang,
}

/// <summary>Breaks the requests it matches. Rules are tried in the order added; the first that matches acts.</summary>
public sealed record FaultRule
{
    public required FaultKind Kind { get; init; }

    /// <summary>HTTP verb; null for any.</summary>
    public string? Verb { get; init; }

    /// <summary>Regular expression searched in the path with its query as sent (percent-encoded); null for any.</summary>
    public string? Path { get; init; }

    /// <summary>The first matching request to break, counted from 1 (default).</summary>
    public int Nth { get; init; } = 1;

    /// <summary>How many in a row from there; default 1, 0 for all that follow.</summary>
    public int Times { get; init; } = 1;

    /// <summary>For Status and FailAfter; default 500.</summary>
    public int Status { get; init; } = 500;

    /// <summary>Headers of that answer: <c>Retry-After</c>, <c>X-Nextcloud-Maintenance-Mode</c>.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Body of that answer; default none.</summary>
    public string Body { get; init; } = "";

    /// <summary>For Delay.</summary>
    public TimeSpan Delay { get; init; }

    internal bool Matches(string verb, string path) =>
        (Verb is null || Verb.Equals(verb, StringComparison.OrdinalIgnoreCase))
        && (
            Path is null || Regex.IsMatch(path, Path, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))
        );
}
