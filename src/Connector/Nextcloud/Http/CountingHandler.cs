namespace Connector.Nextcloud.Http;

/// <summary>
/// Innermost handler: signs the request, counts it, and takes the whole body in, within bounds, so that a body cut
/// in the middle is a failed attempt of this request and not a surprise for whoever reads it later.
/// </summary>
internal sealed class CountingHandler(
    RequestCounter counter,
    Credentials? credentials,
    NextcloudClientOptions options,
    TimeProvider time
) : DelegatingHandler
{
    /// <summary>Set on a request whose body is left on the wire for the caller to read.</summary>
    public static readonly HttpRequestOptionsKey<bool> Streams = new("Connector.Streams");

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken ct
    )
    {
        request.Headers.Authorization = credentials?.Header;
        var start = time.GetTimestamp();
        var verb = request.Method.Method;
        var path = request.RequestUri!.AbsolutePath;
        counter.Count(verb);
        var status = 0;
        HttpResponseMessage? answer = null;
        try
        {
            answer = await base.SendAsync(request, ct);
            status = (int)answer.StatusCode;
            if (!(answer.IsSuccessStatusCode && request.Options.TryGetValue(Streams, out var left) && left))
                await answer.Content.LoadIntoBufferAsync(options.MaxAnswerBytes, ct);
            await MaintenanceMark.Set(answer, ct);
            return answer;
        }
        catch
        {
            answer?.Dispose();
            throw;
        }
        finally
        {
            counter.Tell(new RequestSent(verb, path, status, time.GetElapsedTime(start)));
        }
    }
}
