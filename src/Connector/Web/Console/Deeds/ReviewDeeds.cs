using System.Globalization;
using Connector.Reviews;

namespace Connector.Web.Console.Deeds;

/// <summary>Making the document of a yearly review: for who coordinates.</summary>
internal static class ReviewDeeds
{
    public const string Path = "/bilan";

    public static async Task<DeedResult> WriteAsync(Deed deed)
    {
        var services = deed.Http.RequestServices;
        int? year = int.TryParse(
            deed.Text("annee"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var said
        )
            ? said
            : null;
        var result = await services
            .GetRequiredService<ConsoleWork>()
            .TellAsync(
                deed,
                Path,
                (work, ct) =>
                    new YearReviewRun(
                        work.Client,
                        work.Ledger,
                        services.GetRequiredService<TimeProvider>()
                    ).RunAsync(work.Loaded.Territory!, work.Loaded.Blueprints, year, isWritten: true, ct),
                report => report.Said
            );
        return result with { Target = $"review {year}" };
    }
}
