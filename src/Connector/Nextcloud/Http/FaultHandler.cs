using System.Net;
using Polly.Timeout;

namespace Connector.Nextcloud.Http;

/// <summary>
/// Outermost handler: what is a surprise for every caller becomes a <see cref="NextcloudException"/> here and
/// nowhere else. Statuses that a caller can foresee (404, 405, 409, 412 …) pass.
/// </summary>
internal sealed class FaultHandler(Uri server, NextcloudClientOptions options, TimeProvider time)
    : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken ct
    )
    {
        var writes = !Verbs.OnlyReads(request.Method);
        HttpResponseMessage answer;
        try
        {
            answer = await base.SendAsync(request, ct);
        }
        catch (HttpRequestException e)
            when (e.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            throw Told(NextcloudFaults.TooLarge(server, options.MaxAnswerBytes, e));
        }
        catch (HttpRequestException e) when (VerbPolicies.IsCertificate(e))
        {
            throw Told(NextcloudFaults.Certificate(server, e));
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw Told(NextcloudFaults.Unreachable(server, writes && !VerbPolicies.NeverSent(e), e));
        }
        catch (TimeoutRejectedException e)
        {
            throw Told(NextcloudFaults.TimedOut(server, writes, e));
        }
        if (Surprise(answer, writes) is not { } surprise)
            return answer;
        answer.Dispose();
        await WaitAsTold(request, surprise, ct);
        throw Told(surprise);
    }

    private NextcloudException Told(NextcloudException surprise)
    {
        options.Surprised?.Invoke(surprise);
        return surprise;
    }

    /// <summary>
    /// A request that must not be repeated blindly gets its wait all the same: the caller's reading back comes next,
    /// and is no more welcome before the time that the server asked for.
    /// </summary>
    private Task WaitAsTold(HttpRequestMessage request, NextcloudException surprise, CancellationToken ct) =>
        !VerbPolicies.MayBeAskedTwice(request)
        && surprise.Fault is NextcloudFault.Throttled or NextcloudFault.ServerBusy
        && surprise.RetryAfter is { } wait
        && wait <= options.MaxRetryAfter
            ? Task.Delay(wait, time, ct)
            : Task.CompletedTask;

    private NextcloudException? Surprise(HttpResponseMessage answer, bool writes)
    {
        var wait = RetryAfter.Of(answer, time.GetUtcNow());
        var status = (int)answer.StatusCode;
        return answer.StatusCode switch
        {
            HttpStatusCode.Unauthorized => NextcloudFaults.SignInRefused(server),
            // Told to stay away for long: there is no reading back either.
            HttpStatusCode.TooManyRequests => NextcloudFaults.Throttled(
                server,
                writes && !(wait > options.MaxRetryAfter),
                wait
            ),
            HttpStatusCode.ServiceUnavailable when MaintenanceMark.IsOn(answer) =>
                NextcloudFaults.Maintenance(server, wait),
            HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout =>
                NextcloudFaults.Busy(server, status, writes, wait),
            // An answer of its own: the app Activity says so when there is nothing more.
            HttpStatusCode.NotModified => null,
            >= HttpStatusCode.Moved and < HttpStatusCode.BadRequest => NextcloudFaults.Redirected(
                server,
                answer.Headers.Location,
                status
            ),
            _ => null,
        };
    }
}
