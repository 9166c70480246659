using Connector.Announcing;
using Connector.Jobs;
using Connector.Reports;
using Connector.Web.Sessions;

namespace Connector.Web.Console.Deeds;

/// <summary>Announcing by hand: to oneself first, to everybody now, once more what failed.</summary>
internal static class AnnouncementDeeds
{
    public const string Path = "/annonces";
    public const string Try = $"{Path}/essai";
    public const string Send = $"{Path}/envoi";
    public const string Retry = $"{Path}/reprise";

    /// <summary>Nothing is noted: everybody gets it afterwards all the same.</summary>
    public static Task<DeedResult> TryAsync(Deed deed) =>
        TellAsync(
            deed,
            (work, ground, time, ct) =>
                new AnnouncingTrial(work.Client, work.Ledger, ground, time).ToMeAsync(
                    work.Loaded.Territory!,
                    deed.Http.User.UserId() ?? "",
                    ct
                )
        );

    /// <summary>The first time of all it notes what is there and sends nothing.</summary>
    public static Task<DeedResult> SendAsync(Deed deed) =>
        TellAsync(
            deed,
            (work, ground, time, ct) =>
                new AnnouncingRun(work.Client, work.Ledger, ground, time).SendAsync(
                    work.Loaded.Territory!,
                    now: true,
                    ct
                )
        );

    public static Task<DeedResult> RetryAsync(Deed deed) =>
        TellAsync(
            deed,
            (work, _, time, ct) =>
                new AnnouncingStatus(work.Client, work.Ledger, time).RetryAsync(work.Loaded.Territory!, ct)
        );

    private static Task<DeedResult> TellAsync(
        Deed deed,
        Func<OpenWork, ChannelGround, TimeProvider, CancellationToken, Task<AnnounceReport>> run
    )
    {
        var services = deed.Http.RequestServices;
        var time = services.GetRequiredService<TimeProvider>();
        var ground = new ChannelGround(
            deed.Page.Owner!.File,
            services.GetRequiredService<ServiceNode>().Environment
        );
        return services
            .GetRequiredService<ConsoleWork>()
            .TellAsync(deed, Path, (work, ct) => run(work, ground, time, ct), report => report.Said);
    }
}
