using Connector.Conversion;
using Connector.Jobs;
using Connector.Minutes;

namespace Connector.Web.Console.Deeds;

/// <summary>Publishing the minutes that a group approved: for who coordinates, or leads the group.</summary>
internal static class MinutesDeeds
{
    public static async Task<DeedResult> PublishAsync(Deed deed)
    {
        var services = deed.Http.RequestServices;
        var group = deed.Led(await deed.ReadAsync(), deed.Page.Route("group"));
        if (group is null || deed.Date("jour") is not { } day)
        {
            return deed.NotYours("/comptes-rendus");
        }

        var office = LibreOffice.Find(services.GetRequiredService<ServiceNode>().Environment);
        var result = await services
            .GetRequiredService<ConsoleWork>()
            .TellAsync(
                deed,
                "/comptes-rendus",
                (work, ct) =>
                    new MinutesPublishRun(
                        work.Client,
                        work.Ledger,
                        office,
                        services.GetRequiredService<TimeProvider>()
                    ).RunAsync(
                        work.Loaded.Territory!,
                        work.Loaded.Blueprints,
                        group.Id,
                        day,
                        anyway: false,
                        ct
                    ),
                report => report.Said
            );
        return result with { Target = $"minutes {group.Id} {day:yyyy-MM-dd}" };
    }
}
