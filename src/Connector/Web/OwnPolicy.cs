namespace Connector.Web;

/// <summary>The Content-Security-Policy of one answer, in place of that of all others; kept among the request's features.</summary>
/// <param name="Words">The whole header.</param>
internal sealed record OwnPolicy(string Words);
