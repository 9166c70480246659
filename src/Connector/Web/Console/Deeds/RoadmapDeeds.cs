using Connector.Conversion;
using Connector.Domain;
using Connector.Jobs;
using Connector.Provisioning;
using Connector.Reports;
using Connector.Roadmaps;
using Connector.Web.Console.Readings;
using Connector.Web.Sessions;

namespace Connector.Web.Console.Deeds;

/// <summary>Publishing roadmaps, and signing them with one's own Nextcloud account.</summary>
internal static class RoadmapDeeds
{
    private const int LongestCapacity = 100;

    /// <summary>It is part of the names of files.</summary>
    private const int LongestVersion = 20;

    public static async Task<DeedResult> PublishAsync(Deed deed)
    {
        var services = deed.Http.RequestServices;
        var (roadmap, refused) = await FindAsync(deed);
        if (roadmap is null)
        {
            return refused!;
        }

        var version = deed.Text("version");
        if (!IsVersion(version))
        {
            return deed.Again($"/feuilles-de-route/{RoadmapKey.Of(roadmap)}", ["version"], "version");
        }

        var office = LibreOffice.Find(services.GetRequiredService<ServiceNode>().Environment);
        var result = await services
            .GetRequiredService<ConsoleWork>()
            .TellAsync(
                deed,
                $"/feuilles-de-route/{RoadmapKey.Of(roadmap)}",
                (work, ct) =>
                    new PublishRun(
                        work.Client,
                        work.Ledger,
                        office,
                        services.GetRequiredService<TimeProvider>()
                    ).RunAsync(
                        work.Loaded.Territory!,
                        work.Loaded.Blueprints,
                        roadmap.File.GroupId ?? RoadmapShelf.Network,
                        version.Length > 0 ? version : null,
                        ct
                    ),
                report => report.Said
            );
        return result with { Target = $"roadmap {RoadmapKey.Of(roadmap)}" };
    }

    /// <summary>« 2 », « 2027 », « 2026-2027 », « 2.1 »; empty for the next one.</summary>
    public static bool IsVersion(string version) =>
        version.Length <= LongestVersion
        && version.All(letter => char.IsLetterOrDigit(letter) || letter is '.' or '-')
        && (version.Length == 0 || char.IsLetterOrDigit(version[0]));

    /// <summary>
    /// A signature holds for the version that was shown, for the organisation that the directory gives the person now, and
    /// once.
    /// </summary>
    public static async Task<DeedResult> SignAsync(Deed deed)
    {
        var (roadmap, refused) = await FindAsync(deed);
        if (roadmap is null)
        {
            return refused!;
        }

        var path = $"/feuilles-de-route/{RoadmapKey.Of(roadmap)}";
        if (Signing.Of(deed.Page, roadmap) is not { } signing)
        {
            return deed.NotYours(path);
        }

        var capacity = deed.Text("qualite");
        List<string> wrong =
        [
            .. capacity.Length > 0 && DeedReading.IsLine(capacity, LongestCapacity)
                ? Array.Empty<string>()
                : ["qualite"],
            .. deed.IsTicked("lu") ? Array.Empty<string>() : ["lu"],
        ];
        if (wrong.Count > 0)
        {
            return deed.Again($"{path}/signer", wrong, "qualite");
        }

        var services = deed.Http.RequestServices;
        var result = await services
            .GetRequiredService<ConsoleWork>()
            .TellAsync(
                deed,
                $"{path}/recu/{signing.Organisation.Id}",
                (work, ct) =>
                    Sign(deed, work, roadmap, capacity, services.GetRequiredService<TimeProvider>(), ct),
                report => report.Said
            );
        result = result.Note is { IsTrouble: true } ? result with { To = deed.Page.At(path) } : result;
        return result with { Target = $"roadmap {RoadmapKey.Of(roadmap)} {signing.Organisation.Id}" };
    }

    private static Task<RoadmapReport> Sign(
        Deed deed,
        OpenWork work,
        RoadmapState roadmap,
        string capacity,
        TimeProvider time,
        CancellationToken ct
    )
    {
        var territory = work.Loaded.Territory!;
        var user = deed.Http.User.UserId();
        // The directory as it is at this moment, not as a page showed it.
        return
            territory.People.FirstOrDefault(person => person.Id == user)
                is { Organisation: { } organisation } signatory
            ? new SignRun(work.Client, work.Ledger, time).RunAsync(
                territory,
                work.Loaded.Blueprints,
                roadmap.File.GroupId ?? RoadmapShelf.Network,
                new AccountSignature(
                    organisation,
                    signatory.Name,
                    capacity,
                    TerritoryDay.Now(time, territory.TimeZone),
                    deed.Text("empreinte"),
                    signatory.Id
                ),
                ct
            )
            : Task.FromResult(RoadmapReport.Refused([RoadmapProblems.NoOrganisation]));
    }

    private static async Task<(RoadmapState? Roadmap, DeedResult? Refused)> FindAsync(Deed deed) =>
        await deed.ReadAsync() is not { } reading
            ? (
                null,
                deed.Trouble("/feuilles-de-route", DeedReading.Unread.French, DeedReading.Unread.English)
            )
        : RoadmapKey.Find(reading, deed.Page.Route("key")) is { } roadmap ? (roadmap, null)
        : (null, deed.NotYours("/feuilles-de-route"));
}
