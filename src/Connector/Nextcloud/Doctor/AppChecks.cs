using System.Globalization;
using Connector.Nextcloud.Ocs;
using Calendar = Connector.Nextcloud.CalDav.Calendar;

namespace Connector.Nextcloud.Doctor;

/// <summary>The apps that Connector works with, their versions and limits.</summary>
internal sealed class AppChecks(NextcloudClient client, CurrentAccount me, List<Finding> findings)
{
    private const int DefaultCalendarLimit = 30;
    private const int DefaultCalendarsPerHour = 10;

    /// <summary>Public addresses of calendars that were given out, by the calendar's name on the server.</summary>
    public IReadOnlyDictionary<string, string> Given { get; init; } = new Dictionary<string, string>();

    public async Task Run(CancellationToken ct)
    {
        var capabilities = await findings.Check(Severity.Error, () => client.Server.Capabilities(ct));
        if (capabilities is not null)
            CheckFiles(capabilities);
        await CheckTeamFolders(ct);
        await CheckTeams(capabilities, ct);
        await CheckCalendars(ct);
        await new WebhookChecks(client, me, findings).Run(capabilities, ct);
    }

    private void CheckFiles(ServerCapabilities capabilities)
    {
        if (capabilities.BulkUpload)
            findings.Ok(
                "bulk-upload",
                "L'envoi groupé de fichiers est possible.",
                "Files can be sent in bulk."
            );
        else
            findings.Info(
                "no-bulk-upload",
                "Pas d'envoi groupé : les fichiers partiront un par un.",
                "No bulk upload: files go one by one."
            );
        if (capabilities.MaxChunkSize is { } max)
            findings.Info(
                "max-chunk",
                $"Un morceau envoyé pèse au plus {Mebibytes(max)} Mio.",
                $"A chunk sent weighs {Mebibytes(max)} MiB at most."
            );
    }

    private async Task CheckTeamFolders(CancellationToken ct)
    {
        // Without them there are other ways: see the strategy.
        if (await findings.Check(Severity.Warning, () => client.TeamFolders.List(ct)) is not { } folders)
            return;
        var version = await Version("groupfolders", ct);
        var count = Number(folders.Count);
        findings.Ok(
            "team-folders",
            $"Dossiers d'équipe{version} : {count}.",
            $"Team folders{version}: {count}."
        );
        foreach (
            var twins in folders.GroupBy(f => f.MountPoint, StringComparer.Ordinal).Where(g => g.Count() > 1)
        )
        {
            var ids = string.Join(", ", twins.Select(f => Number(f.Id)));
            findings.Warn(
                "team-folder-twins",
                new(
                    $"Plusieurs dossiers d'équipe s'appellent « {twins.Key} » (n° {ids}).",
                    $"Several team folders are called '{twins.Key}' (numbers {ids})."
                ),
                new(
                    "Renommez ceux qui ne servent pas ; Connector utilise le premier.",
                    "Rename those not in use; Connector uses the first."
                )
            );
        }
    }

    private async Task CheckTeams(ServerCapabilities? capabilities, CancellationToken ct)
    {
        if (capabilities?.Circles is not { } version)
            findings.Info(
                "no-teams",
                "L'application Équipes (circles) n'est pas active ; Connector s'en passe.",
                "The Teams app (circles) is off; Connector does without."
            );
        else
            findings.Ok(
                "teams",
                $"Équipes (circles) {version}".TrimEnd() + ".",
                $"Teams (circles) {version}".TrimEnd() + "."
            );
        if (!me.IsAdmin)
            return;
        if (await client.Server.AppVersion("calendar", ct) is { } calendar)
            findings.Ok("calendar-app", $"Agenda (calendar) {calendar}.", $"Calendar {calendar}.");
        else
            findings.Warn(
                "no-calendar-app",
                new(
                    "L'application Agenda n'est pas active : les agendas marchent, mais pas dans le navigateur.",
                    "The Calendar app is off: calendars work, but not in the browser."
                ),
                new("occ app:enable calendar", "occ app:enable calendar")
            );
    }

    private async Task CheckCalendars(CancellationToken ct)
    {
        if (
            await findings.Check(Severity.Error, () => client.Calendars.ListCalendars(ct))
            is not { } calendars
        )
            return;
        var owned = calendars.Count(c => c.IsOwned);
        var limit = await Setting("maximumCalendarsSubscriptions", DefaultCalendarLimit, ct);
        var perHour = await Setting("rateLimitCalendarCreation", DefaultCalendarsPerHour, ct);
        if (limit >= 0 && owned >= limit)
            findings.Error(
                "calendar-limit",
                new(
                    $"Le compte a {Number(owned)} agendas ; le serveur en permet {Number(limit)}.",
                    $"The account has {Number(owned)} calendars; the server allows {Number(limit)}."
                ),
                new(
                    "occ config:app:set dav maximumCalendarsSubscriptions --value=100",
                    "occ config:app:set dav maximumCalendarsSubscriptions --value=100"
                )
            );
        else
            findings.Info(
                "calendars",
                $"Agendas du compte : {Number(owned)} sur {Limit(limit, "illimité")} ; au plus {Number(perHour)} créations par heure.",
                $"Calendars of the account: {Number(owned)} of {Limit(limit, "unlimited")}; {Number(perHour)} new ones per hour at most."
            );
        CheckPublishAddress(calendars);
        AddressChecks.Check(calendars, Given, findings);
    }

    private void CheckPublishAddress(IReadOnlyList<Calendar> calendars)
    {
        if (
            calendars.FirstOrDefault(c =>
                c.ReportedPublishUrl is not null && c.ReportedPublishUrl != c.PublishUrl
            )
            is not { } wrong
        )
            return;
        var theirs = wrong.ReportedPublishUrl!.GetLeftPart(UriPartial.Authority);
        findings.Warn(
            "publish-address-differs",
            new(
                $"Le serveur publie les agendas sous {theirs}, une adresse qui n'est pas la sienne.",
                $"The server publishes calendars under {theirs}, an address that is not its own."
            ),
            new(
                "Réglez overwrite.cli.url et overwritehost ; n'affichez que les adresses données par Connector.",
                "Set overwrite.cli.url and overwritehost; show only the addresses that Connector gives."
            )
        );
    }

    private async Task<string> Version(string app, CancellationToken ct) =>
        me.IsAdmin && await client.Server.AppVersion(app, ct) is { } version ? $" ({app} {version})" : "";

    private async Task<long> Setting(string key, long otherwise, CancellationToken ct) =>
        me.IsAdmin && await client.Server.AppSetting("dav", key, ct) is { } value ? value : otherwise;

    private static string Limit(long limit, string unlimited) => limit < 0 ? unlimited : Number(limit);

    private static string Mebibytes(long bytes) => Number(bytes / 1024 / 1024);

    private static string Number(long n) => n.ToString(CultureInfo.InvariantCulture);
}
