using System.Net;
using Connector.Nextcloud.Http;

namespace Connector.Nextcloud.Dav;

/// <summary>
/// GET of a file that may be larger than memory. The body comes after the policies have let the answer through, so
/// a cut or a silence in it is handled here: the file is asked for again, from its beginning.
/// </summary>
internal sealed class DownloadRequest(DavTransport dav, Func<string, string> address, TimeProvider time)
{
    private const int Attempts = 4;

    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(60);

    public async Task<DavDownload?> Send(string path, Stream destination, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            destination.SetLength(0);
            try
            {
                return await Once(path, destination, ct);
            }
            catch (Exception e) when (IsCut(e) && !ct.IsCancellationRequested)
            {
                if (attempt == Attempts)
                    throw NextcloudFaults.Unreachable(dav.BaseUrl, mayHaveActed: false, e);
            }
        }
    }

    private async Task<DavDownload?> Once(string path, Stream destination, CancellationToken ct)
    {
        var request = new DavRequest(HttpMethod.Get, address(path)) { Streams = true };
        using var answer = await dav.Send(request, ct);
        if (answer.StatusCode == HttpStatusCode.NotFound)
            return null;
        var length = await Copy(dav.Bytes(request, answer), destination, ct);
        if (answer.Content.Headers.ContentLength is { } told && told != length)
            throw new CutBodyException();
        return new DavDownload(length, answer.Content.Headers.LastModified, ETags.Of(answer));
    }

    private async Task<long> Copy(HttpResponseMessage answer, Stream destination, CancellationToken ct)
    {
        using var silence = new CancellationTokenSource(Silence, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, silence.Token);
        await using var body = await answer.Content.ReadAsStreamAsync(either.Token);
        var buffer = new byte[80 * 1024];
        var total = 0L;
        while (await Read(body, buffer, either.Token) is var read and > 0)
        {
            silence.CancelAfter(Silence);
            await destination.WriteAsync(buffer.AsMemory(0, read), ct);
            total += read;
        }
        return total;
    }

    /// <summary>Told apart from faults of the destination: a full disk is nothing to ask the server again for.</summary>
    private static async Task<int> Read(Stream body, byte[] buffer, CancellationToken ct)
    {
        try
        {
            return await body.ReadAsync(buffer, ct);
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            throw new CutBodyException(e);
        }
    }

    private static bool IsCut(Exception e) => e is CutBodyException or OperationCanceledException;

    private sealed class CutBodyException(Exception? inner = null)
        : Exception("The body ended before its end.", inner);
}

/// <summary>What came: bytes, and when the file was last changed and its ETag where the server tells.</summary>
internal readonly record struct DavDownload(long Length, DateTimeOffset? Modified, string? ETag);
