using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.Jobs;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Provisioning;
using Connector.Service;
using Connector.TerritoryFiles;

namespace Connector.Web.Api;

/// <summary>A territory that is open: its server, its ledger, its files.</summary>
/// <param name="Client">The server.</param>
/// <param name="Ledger">What is known.</param>
/// <param name="Loaded">The territory, whole.</param>
/// <param name="Seen">What was seen of the server on the way; null when nothing was.</param>
internal sealed record OpenedLook(
    NextcloudClient Client,
    LedgerStore Ledger,
    LoadResult Loaded,
    AccountTree? Seen
);

/// <summary>
/// Opens a territory for a question that somebody waits for: with the same rights as a job, so that nothing is looked at in the
/// middle of a change, and with the same regard for a server that is away.
/// </summary>
internal sealed class TerritoryLook(ServiceState state, ServiceNode node, ServerGate gate, TimeProvider time)
{
    /// <summary>How long somebody waits for a job under way to end, before they are asked to come again.</summary>
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(200);

    /// <summary>How long an answer may take.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <param name="http">Who asks.</param>
    /// <param name="territory">What about.</param>
    /// <param name="answer">The answer, once all is open.</param>
    public async Task<IResult> AnswerAsync(
        HttpContext http,
        ServiceTerritory territory,
        Func<OpenedLook, CancellationToken, Task<IResult>> answer
    )
    {
        using var patience = new CancellationTokenSource(Longest, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, patience.Token);
        try
        {
            return await OpenAsync(http, territory, answer, both.Token);
        }
        catch (OperationCanceledException) when (!http.RequestAborted.IsCancellationRequested)
        {
            return ApiProblems.Result(http, StatusCodes.Status504GatewayTimeout, "too-slow", TooSlow);
        }
        catch (NextcloudException error)
        {
            return Met(http, error);
        }
        catch (LedgerException error)
        {
            return ApiProblems.Unavailable(http, error.Problem.Code, error.Problem.Message, Turn);
        }
    }

    /// <summary>Mistakes in the territory's files, as <c>connector config check</c> tells them.</summary>
    public static IResult Mistakes(HttpContext http, IReadOnlyList<Problem> problems) =>
        ApiProblems.Result(
            http,
            StatusCodes.Status409Conflict,
            "territory-mistakes",
            new Text(
                "Les fichiers de ce territoire contiennent des erreurs.",
                "The files of this territory have mistakes."
            ),
            problems
        );

    private async Task<IResult> OpenAsync(
        HttpContext http,
        ServiceTerritory territory,
        Func<OpenedLook, CancellationToken, Task<IResult>> answer,
        CancellationToken ct
    )
    {
        var opened = OpenedTerritory.Of(territory, node.Environment);
        if (opened.Account is not { } account)
        {
            return Mistakes(http, opened.Problems);
        }

        var known = (await gate.AllAwayAsync(ct)).Find(row => row.Address == account.BaseUrl.AbsoluteUri);
        if (known is not null)
        {
            return ApiProblems.Unavailable(http, "server-away", Away, known.NextTry - time.GetUtcNow());
        }

        using var place = await Soon(
            () => Task.FromResult(gate.TryEnter(account.BaseUrl, state.Configuration.WorkersPerServer)),
            ct
        );
        if (place is null)
        {
            return ApiProblems.Unavailable(http, "server-busy", Busy, Turn);
        }

        await using var held = await Soon(
            () =>
                HeldLedger.TryOpenAsync(
                    state.Configuration.Database,
                    territory,
                    opened.Loaded.Territory!.Name,
                    time,
                    ct
                ),
            ct
        );
        return held is null
            ? ApiProblems.Unavailable(http, "run-in-progress", UnderWay, Turn)
            : await LookAsync(http, territory, opened, held, answer, ct);
    }

    private async Task<IResult> LookAsync(
        HttpContext http,
        ServiceTerritory territory,
        OpenedTerritory opened,
        HeldLedger held,
        Func<OpenedLook, CancellationToken, Task<IResult>> answer,
        CancellationToken ct
    )
    {
        await using var client = new NextcloudClientFactory(time, ServicePatience.Options).Create(
            opened.Account!
        );
        client.Requests.Sent += node.Meter.Sent;
        var reading = opened.Loaded.Territory!.CloudDirectory is null
            ? null
            : await new DirectoryReader(client, held.Store).ReadAsync(territory.File, opened.Loaded, ct);
        var whole = reading?.Loaded ?? opened.Loaded;
        var problems = whole.Territory is null ? whole.Problems : WorkspaceSpecBuilder.Check(whole.Territory);
        return problems.Count > 0
            ? Mistakes(http, problems)
            : await answer(new OpenedLook(client, held.Store, whole, reading?.Tree), ct);
    }

    /// <summary>Tries again for a while what somebody else holds.</summary>
    private async Task<T?> Soon<T>(Func<Task<T?>> attempt, CancellationToken ct)
        where T : class
    {
        for (var waited = TimeSpan.Zero; ; waited += Step)
        {
            if (await attempt() is { } got)
            {
                return got;
            }

            if (waited >= Turn)
            {
                return null;
            }

            await Task.Delay(Step, time, ct);
        }
    }

    private static IResult Met(HttpContext http, NextcloudException error) =>
        ServicePatience.IsAway(error.Fault)
            ? ApiProblems.Unavailable(http, "server-away", Away, error.RetryAfter ?? ServerGate.FirstPause)
            : ApiProblems.Result(
                http,
                StatusCodes.Status502BadGateway,
                "server-refused",
                Refused,
                [error.Problem]
            );

    private static readonly Text Away = new(
        "Le Nextcloud de ce territoire ne répond pas pour le moment.",
        "The Nextcloud of this territory does not answer for now."
    );

    private static readonly Text Busy = new(
        "Trop de tâches sont en cours sur ce Nextcloud.",
        "Too many jobs are under way on this Nextcloud."
    );

    private static readonly Text UnderWay = new(
        "Une tâche est en cours sur ce territoire.",
        "A job is under way over this territory."
    );

    private static readonly Text TooSlow = new(
        "Le Nextcloud de ce territoire met trop longtemps à répondre.",
        "The Nextcloud of this territory takes too long to answer."
    );

    private static readonly Text Refused = new(
        "Le Nextcloud de ce territoire a refusé ou mal répondu.",
        "The Nextcloud of this territory refused, or did not answer as expected."
    );
}
