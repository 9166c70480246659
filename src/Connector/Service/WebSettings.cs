using System.Net;
using Connector.Domain;

namespace Connector.Service;

/// <summary>How people reach the service, and with which Nextcloud they sign in.</summary>
internal sealed record WebSettings
{
    /// <summary>
    /// Where browsers find the service: HTTPS, or plain HTTP on this machine alone. Null when nobody said and the service
    /// listens to others: then nobody can sign in.
    /// </summary>
    public Uri? Address { get; init; }

    /// <summary>Whether cookies may travel without TLS: only between a browser and a service of the same machine.</summary>
    public bool IsPlain => Address is { Scheme: "http" };

    /// <summary>Proxies whose word about a caller's address counts. Default none.</summary>
    public IReadOnlyList<IPNetwork> Proxies { get; init; } = [];

    public IReadOnlyList<SignInServer> SignIns { get; init; } = [];

    /// <summary>People whom the page of signing in lets in with one click: only a demo has any.</summary>
    public IReadOnlyList<SignInGuest> Guests { get; init; } = [];

    public bool IsSame(WebSettings other) =>
        Address == other.Address
        && Proxies.SequenceEqual(other.Proxies)
        && SignIns.SequenceEqual(other.SignIns);
}

/// <summary>Somebody of a demo.</summary>
/// <param name="UserId">Their account.</param>
/// <param name="Name">As it is shown.</param>
/// <param name="Meaning">What they are in the network.</param>
internal sealed record SignInGuest(string UserId, string Name, Text Meaning);

/// <summary>A Nextcloud that people sign in with: what its administrator noted under « OAuth 2.0 clients ».</summary>
internal sealed record SignInServer
{
    /// <summary>Names it in addresses: <c>/connexion/{id}/retour</c> is what Nextcloud redirects to.</summary>
    public required string Id { get; init; }

    /// <summary>With a final slash.</summary>
    public required Uri Server { get; init; }

    public required string Client { get; init; }

    public required string Secret { get; init; }

    /// <summary>Without the secret.</summary>
    public override string ToString() => $"{Id} ({Server})";
}
