using System.Text;
using Connector.Calendars;
using Connector.Domain;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Nextcloud.Dav;
using Connector.Provisioning;
using Connector.Reports;
using Connector.Roadmaps;
using Connector.TerritoryFiles;

namespace Connector.Cli.Demo.Year;

/// <summary>
/// What happens beside meetings. People act with their own accounts; what coordinators do in the console goes through
/// the runs that the console calls.
/// </summary>
internal sealed class YearActs(
    NextcloudClient service,
    LedgerStore ledger,
    TimeProvider time,
    IReadOnlyList<NextcloudClient> people
)
{
    private const string Jeunes = "GT Jeunes";
    private const string NetworkRoadmap = "Réseau/01 Feuille de route/Feuille de route.docx";
    private const string Workstreams = "Chantier";

    /// <summary>Who signs on paper, at which visit. Others never do.</summary>
    private static readonly IReadOnlyList<(
        int Visit,
        string Organisation,
        string Name,
        string Capacity
    )> OnPaper =
    [
        (2, "hub-numerique", "Élodie D'Almeida", "directrice"),
        (2, "ccas-valombre", "Agnès Delpech", "responsable"),
        (3, "epn-valombre", "Jean-François Saint-Exupère", "président"),
        (3, "ressourcerie", "Rémi Châtaignier", "gérant"),
        (4, "departement", "Hélène de La Tour", "vice-présidente"),
    ];

    private string? _fingerprint;

    /// <summary>What people do before Connector comes by.</summary>
    public Task BeforeAsync(int visit, CancellationToken ct) =>
        visit switch
        {
            2 => RenameAsync(ct),
            3 => WriteDownIdeasAsync(ct),
            4 => TellProgressAsync(ct),
            5 => LookAheadAsync(ct),
            _ => Task.CompletedTask,
        };

    /// <summary>What coordinators and members do in the console.</summary>
    public async Task AfterAsync(int visit, LoadResult loaded, CancellationToken ct)
    {
        if (visit == 1)
        {
            await PublishAsync(loaded, RoadmapShelf.Network, ct);
            await SignAsync(loaded, "cc-valombre", "Inès Le Goff", people[0], ct);
        }
        else if (visit == 2)
        {
            await SignAsync(loaded, "mission-locale", "Noémie Çelik", people[1], ct);
        }
        else if (visit == 3)
        {
            await PublishAsync(loaded, "gt-jeunes", ct);
            await ChangeMeetingAsync(loaded, "gt-seniors/prochaine", Moved, ct);
        }
        else if (visit == 4)
        {
            await ChangeMeetingAsync(loaded, "gt-mediateurs/prochaine", _ => Cancelled, ct);
        }

        foreach (var (_, organisation, name, capacity) in OnPaper.Where(one => one.Visit == visit))
        {
            var page = Encoding.UTF8.GetBytes($"Page signée de {name} – exemple de la démonstration.\n");
            var given = new PaperSignature(
                organisation,
                name,
                capacity,
                Today(loaded),
                new PaperProof(page, ".txt")
            );
            await SignAsync(loaded, given, ct);
        }
    }

    /// <summary>The lead calls a folder as her group does.</summary>
    private async Task RenameAsync(CancellationToken ct)
    {
        var from = $"{Jeunes}/03 Documents de travail";
        MinutesHand.Demand(await people[1].Files.Move(from, $"{Jeunes}/03 Nos documents", ct), from);
    }

    /// <summary>A member puts a file beside what is there and adds a paragraph to a document of the group.</summary>
    private async Task WriteDownIdeasAsync(CancellationToken ct)
    {
        const string Ideas =
            "# Idées de films\n\n- Un mot de passe, une histoire\n- Ma grand-mère et la visio\n";
        var path = $"{Jeunes}/03 Nos documents/Idées de films.md";
        var put = await people[2]
            .Files.PutFile(
                path,
                Encoding.UTF8.GetBytes(Ideas),
                PutCondition.IfNoneMatchAny,
                MadeDocument.Markdown,
                ct
            );
        MinutesHand.Demand(put, path);
        await MinutesHand.EditAsync(
            people[2],
            $"{Jeunes}/01 Feuille de route/Feuille de route.docx",
            pen =>
                pen.Add(
                    "Objectifs et indicateurs",
                    "Nous voulons que les jeunes aidants choisissent eux-mêmes leurs ateliers."
                ),
            ct
        );
    }

    private Task TellProgressAsync(CancellationToken ct) =>
        MinutesHand.EditAsync(
            people[0],
            NetworkRoadmap,
            pen =>
            {
                foreach (var workstream in pen.FirstColumn(Workstreams).Take(3))
                {
                    pen.Overtype(Workstreams, workstream, "Statut", "Terminé");
                }
            },
            ct
        );

    /// <summary>The next version is in preparation, and so is the next meeting.</summary>
    private async Task LookAheadAsync(CancellationToken ct)
    {
        await MinutesHand.EditAsync(
            people[0],
            NetworkRoadmap,
            pen =>
                pen.Add(
                    "Objectifs et indicateurs",
                    "Pour la version suivante : garder huit chantiers au plus, et un objectif pour les aidants familiaux."
                ),
            ct
        );
        await AskForPointsAsync(ct);
    }

    private async Task AskForPointsAsync(CancellationToken ct)
    {
        const string Path = "Comité technique/02 Réunions/Points à aborder.md";
        var file = await people[0].Files.GetFile(Path, ct) ?? throw new InvalidOperationException(Path);
        var text =
            $"{Encoding.UTF8.GetString(file.Bytes).TrimEnd()}\n- Qui accueille la prochaine galette ?\n";
        var put = await people[0]
            .Files.PutFile(
                Path,
                Encoding.UTF8.GetBytes(text),
                PutCondition.IfMatch(file.ETag!),
                MadeDocument.Markdown,
                ct
            );
        MinutesHand.Demand(put, Path);
    }

    private async Task PublishAsync(LoadResult loaded, string who, CancellationToken ct)
    {
        var report = await new PublishRun(service, ledger, null, time).RunAsync(
            loaded.Territory!,
            loaded.Blueprints,
            who,
            null,
            ct
        );
        Demand(report.Outcome, report.Problems);
        _fingerprint ??= report.Roadmaps[0].Board.Published!.Fingerprint;
    }

    private Task SignAsync(
        LoadResult loaded,
        string organisation,
        string name,
        NextcloudClient person,
        CancellationToken ct
    ) =>
        SignAsync(
            loaded,
            new AccountSignature(
                organisation,
                name,
                null,
                Today(loaded),
                _fingerprint!,
                person.Account.Principal
            ),
            ct
        );

    private async Task SignAsync(LoadResult loaded, GivenSignature given, CancellationToken ct)
    {
        var report = await new SignRun(service, ledger, time).RunAsync(
            loaded.Territory!,
            loaded.Blueprints,
            RoadmapShelf.Network,
            given,
            ct
        );
        Demand(report.Outcome, report.Problems);
    }

    private async Task ChangeMeetingAsync(
        LoadResult loaded,
        string words,
        Func<DateOnly, MeetingChange> change,
        CancellationToken ct
    )
    {
        var report = await new MeetingChangeRun(service, ledger, time).RunAsync(
            loaded.Territory!,
            loaded.Blueprints,
            words,
            change(Today(loaded)),
            ct
        );
        Demand(report.Outcome, report.Problems);
    }

    private static MeetingChange Moved(DateOnly today) =>
        new(MeetingChange.MoveName, today.AddDays(16)) { Place = "Médiathèque L'Écritoire" };

    private static MeetingChange Cancelled =>
        new(MeetingChange.CancelName) { Why = "la salle est en travaux" };

    private DateOnly Today(LoadResult loaded) => TerritoryDay.Now(time, loaded.Territory!.TimeZone);

    private static void Demand(RunOutcome outcome, IReadOnlyList<Problem> problems)
    {
        if (outcome == RunOutcome.Failed)
        {
            throw new InvalidOperationException(
                string.Join(' ', problems.Select(one => one.Message.English))
            );
        }
    }
}
