using System.Text.Json;
using Connector.Domain;
using Connector.Nextcloud.Http;
using Connector.Nextcloud.Talk;
using Connector.Nextcloud.TeamFolders;
using Refit;

namespace Connector.Nextcloud.Ocs;

/// <summary>Owns the Refit clients and turns their answers into <see cref="OcsAnswer"/> or a surprise.</summary>
internal sealed class OcsTransport
{
    internal static readonly RefitSettings Settings = new()
    {
        // Faults have been named by the handlers below; Refit would wrap them with the request and its secrets.
        TransportExceptionFactory = (_, fault, _) => fault,
        // Should Refit raise one of its own all the same, it carries neither body nor Authorization header.
        ExceptionRedactor = fault =>
        {
            fault.RequestMessage.Headers.Authorization = null;
            if (fault is ApiException api)
                api.Content = null;
        },
        MaxExceptionContentLength = 1024,
    };

    public OcsTransport(HttpClient http, Uri baseUrl)
    {
        BaseUrl = baseUrl;
        Api = RestService.ForGenerated<IOcsApi>(http, Settings);
        TeamFolders = RestService.ForGenerated<ITeamFoldersApi>(http, Settings);
        Talk = RestService.ForGenerated<ITalkApi>(http, Settings);
    }

    public Uri BaseUrl { get; }

    public IOcsApi Api { get; }

    public ITeamFoldersApi TeamFolders { get; }

    public ITalkApi Talk { get; }

    /// <summary>The envelope, whatever its code.</summary>
    public async Task<OcsAnswer> Read(Task<HttpResponseMessage> request, CancellationToken ct)
    {
        using var answer = await request;
        try
        {
            return await OcsAnswer.Read(answer, ct);
        }
        catch (JsonException e)
        {
            throw NextcloudFaults.Malformed(BaseUrl, e, Verbs.MayHaveActed(answer));
        }
    }

    /// <summary>The data of an answer that must be a success.</summary>
    /// <param name="app">The app to name when the address does not exist.</param>
    /// <param name="what">The right to name when it is missing: "list the groups".</param>
    public async Task<JsonElement> Data(
        Task<HttpResponseMessage> request,
        string app,
        Text what,
        CancellationToken ct
    )
    {
        var answer = await Read(request, ct);
        return answer.IsDone ? answer.Data : throw Refused(answer, app, what);
    }

    public NextcloudException Refused(OcsAnswer answer, string app, Text what) =>
        answer switch
        {
            { IsForbidden: true } or { Code: 997 } => NextcloudFaults.RightMissing(BaseUrl, what),
            // The core cannot be switched off: an address without it is no Nextcloud.
            { IsMissing: true } when app == "core" => NextcloudFaults.Malformed(BaseUrl),
            { IsMissing: true } => NextcloudFaults.NotInstalled(BaseUrl, app),
            _ => NextcloudFaults.Unexpected(BaseUrl, app, answer.Code, mayHaveActed: answer.IsBroken),
        };
}
