using System.Net;
using Connector.Nextcloud.Http;

namespace Connector.Nextcloud.Dav;

/// <summary>
/// One at a time over a whole server, for what it would make twice without a word. The turn is an empty upload of the
/// account's (<c>/remote.php/dav/uploads/{uid}/…</c>): MKCOL makes it once (201, then 405; of six in the same instant one
/// gets 201, and up to three get 403: measured on 27), nobody sees it, it leaves nothing in the trash bin, and the server clears it away after a day.
/// </summary>
internal sealed class TurnClient(DavTransport dav, string userId, TimeProvider time)
{
    /// <summary>Longer than the work of a turn takes; then whoever had it is taken for dead.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly string _address = $"remote.php/dav/uploads/{DavPath.EncodeName(userId)}/connector-turn";

    public async Task<T> Take<T>(Func<Task<T>> work, CancellationToken ct)
    {
        await Wait(ct);
        try
        {
            return await work();
        }
        finally
        {
            await GiveBack();
        }
    }

    /// <summary>A server that has no such addresses, or forbids them each time, gives no turns: the work goes on without.</summary>
    private async Task Wait(CancellationToken ct)
    {
        var started = time.GetTimestamp();
        for (var forbidden = 0; forbidden < 3 && time.GetElapsedTime(started) < Patience; )
        {
            var status = await Ask(ct);
            if (status is not (HttpStatusCode.MethodNotAllowed or HttpStatusCode.Forbidden))
                return;
            forbidden = status == HttpStatusCode.Forbidden ? forbidden + 1 : 0;
            await Task.Delay(Pause, time, ct);
        }
    }

    private async Task<HttpStatusCode> Ask(CancellationToken ct)
    {
        using var answer = await dav.Send(new DavRequest(Verbs.Mkcol, _address), ct);
        return answer.StatusCode;
    }

    private async Task GiveBack()
    {
        using var grace = Grace.Start(time);
        try
        {
            using var answer = await dav.Send(new DavRequest(HttpMethod.Delete, _address), grace.Token);
        }
        catch (Exception error) when (error is NextcloudException or OperationCanceledException)
        {
            // The work's own outcome is what counts; a turn that is left behind is waited for once.
        }
    }
}
