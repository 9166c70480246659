using System.Net.Http.Headers;
using System.Text;

namespace Connector.Nextcloud.Http;

/// <summary>A name and a secret as HTTP Basic wants them (RFC 7617, UTF-8). Prints as its name alone.</summary>
internal sealed class Credentials(string userName, string secret)
{
    public AuthenticationHeaderValue Header { get; } =
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{userName}:{secret}")));

    public override string ToString() => userName;
}
