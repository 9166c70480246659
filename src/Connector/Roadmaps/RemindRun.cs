using System.Text;
using Connector.Domain;
using Connector.Domain.Signatures;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Provisioning;
using Connector.Publishing;
using Connector.Reports;

namespace Connector.Roadmaps;

/// <summary>Prepares, in the coordinators' own folder, what to write to members who have not signed yet.</summary>
internal sealed class RemindRun(NextcloudClient client, LedgerStore ledger, TimeProvider time)
{
    public async Task<RoadmapReport> RunAsync(
        Territory territory,
        IReadOnlyDictionary<string, Blueprint> blueprints,
        string who,
        CancellationToken ct
    )
    {
        var report = new RoadmapReport { Territory = territory.Name, Server = client.Account.BaseUrl };
        var shelf = await RoadmapShelf.LookAsync(client, ledger, time, territory, blueprints, ct);
        if (shelf.Find(who) is not { } file)
        {
            return report.Stopped(RoadmapProblems.Unknown(who, shelf.Files));
        }

        var chain = await new SignatureRegister(ledger, shelf.Territory, time).LoadAsync(file.Key, ct);
        var board = SignatureBoard.Of(chain, [.. file.Members.Select(member => member.Id)], null);
        if (board.Published is not { } published)
        {
            return report.Stopped(RoadmapProblems.NeverPublished(file));
        }

        var waiting = file.Members.Where(member => board.Waiting.Contains(member.Id)).ToList();
        if (waiting.Count == 0)
        {
            return report.With(file, board, null) with { Said = Everybody(published) };
        }

        if (shelf.SignatureFolder(file, published.Version) is not { } folder)
        {
            return report.Stopped(RoadmapProblems.Gone(file));
        }

        var path = $"{folder}/{FileName.Safe($"Relances {shelf.Today:yyyy-MM-dd}.md")}";
        var bytes = Encoding.UTF8.GetBytes(Reminder.Write(territory, file, published, waiting));
        var problem = await Put(folder, path, bytes, ct);
        return problem is null
            ? report.With(file, board, null) with
            {
                Said = Done(path, waiting.Count),
            }
            : report.Stopped(problem);
    }

    private async Task<Problem?> Put(string folder, string path, byte[] bytes, CancellationToken ct)
    {
        var files = new WorkspaceFiles(client);
        if (await files.MakeFolder(folder, ct) is { } noFolder)
        {
            return noFolder;
        }

        var (there, refused) = await files.PutNew(path, bytes, MadeDocument.Markdown, ct);
        return refused ?? (there!.AsSpan().SequenceEqual(bytes) ? null : PublishingProblems.InTheWay(path));
    }

    private static Text Everybody(Publication published) =>
        new(
            $"Tous ont signé la version {published.Version} : il n'y a personne à relancer.",
            $"Everybody signed version {published.Version}: there is nobody to remind."
        );

    private static Text Done(string path, int count) =>
        new(
            $"{count} message{(count > 1 ? "s" : "")} à relire et à envoyer dans « {path} ». Rien n'a été envoyé.",
            $"{count} message{(count > 1 ? "s" : "")} to read and send in '{path}'. Nothing was sent."
        );
}
