using Connector.Conversion;
using Connector.DocumentFlow;
using Connector.Domain;
using Connector.Domain.Meetings;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Provisioning;
using Connector.Reports;
using Connector.Templates;
using Connector.TerritoryFiles;

namespace Connector.Invitations;

/// <summary>Sets an <see cref="InviteRun"/> up: on the server, or on this machine alone.</summary>
internal sealed class InviteDesk(InviteRequest request, LibreOffice? office, TimeProvider time)
{
    /// <summary>Letters in the coordinators' folder.</summary>
    public async Task<InviteReport> OnServerAsync(
        NextcloudClient client,
        LedgerStore ledger,
        LoadResult loaded,
        CancellationToken ct
    )
    {
        var territory = loaded.Territory!;
        var scope = await new ScopeBuilder(client, ledger, time).BuildAsync(territory, loaded.Blueprints, ct);
        if (
            KnownPlace.Of(WorkspaceKeys.Steering, scope.Spec, scope.Known, scope.Snapshot) is not { } steering
        )
        {
            return InviteReport.Refused([InvitationProblems.NoSteering]);
        }

        var template = scope.Templates.Files.TryGetValue(TemplateKinds.InvitationLetter.Name, out var own)
            ? DocumentTemplate.Load(own.Docx)
            : BuiltInTemplates.OfKind(TemplateKinds.InvitationLetter);
        var run = new InviteRun(
            new ComposedTerritory(scope.Spec, territory, scope.Today) { Calendars = scope.Calendars },
            template,
            new LetterShelf(client, ledger, scope, steering, office),
            Notes(territory, client, scope)
        );
        var report = await run.RunAsync(request, ct);
        return report with
        {
            Warnings = [.. loaded.Warnings, .. scope.Templates.Warnings, .. report.Warnings],
        };
    }

    /// <summary>Letters in a folder of this machine.</summary>
    public async Task<InviteReport> InFolderAsync(LoadResult loaded, string folder, CancellationToken ct)
    {
        if (loaded.Territory is not { } territory)
        {
            return InviteReport.Refused(loaded.Problems) with { Warnings = loaded.Warnings };
        }

        var spec = WorkspaceSpecBuilder.Build(
            territory,
            loaded.Blueprints,
            "connector",
            new Dictionary<string, GroupMeetings>(),
            (_, _) => ""
        );
        var run = new InviteRun(
            new ComposedTerritory(spec, territory, TerritoryDay.Now(time, territory.TimeZone)),
            BuiltInTemplates.OfKind(TemplateKinds.InvitationLetter),
            new LetterFolder(folder, office),
            Notes(territory, null, null)
        );
        var report = await run.RunAsync(request, ct);
        return report with { Warnings = [.. loaded.Warnings, .. report.Warnings] };
    }

    /// <summary>The workbook in which the organisations stand; where there are several, that of the first.</summary>
    private InvitationNotes Notes(Territory territory, NextcloudClient? client, ProvisionScope? scope)
    {
        var file = territory
            .Organisations.Where(one =>
                request.Who.Contains(one.Id)
                || request.Who.Any(who => Folded.Key(who) == Folded.Key(one.Name))
            )
            .Select(one =>
                territory.Places.TryGetValue(WorkspaceKeys.Organisation(one.Id), out var at) ? at.File : null
            )
            .FirstOrDefault(file => file?.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase) == true);
        IDirectoryBook? book =
            file is null ? null
            : File.Exists(file) ? new LocalDirectoryBook(file)
            : client is not null && scope!.Snapshot.Nodes.Any(node => node.Path == file)
                ? new CloudDirectoryBook(client, file)
            : null;
        return new InvitationNotes(territory, book);
    }
}
