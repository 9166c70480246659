using System.Globalization;
using System.Text.Json;
using Connector.DocumentFlow;
using Connector.Domain;
using Connector.Domain.Inspirations;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Provisioning;
using Connector.Publishing;
using Connector.Templates;

namespace Connector.Inspirations;

/// <summary>
/// Reads the inspiration sheets of folders. What a sheet said is kept in the ledger under its ETag: one that did not change is not
/// fetched again, and neither is a document that turned out to be none.
/// </summary>
internal sealed class SheetShelf(
    NextcloudClient client,
    LedgerStore ledger,
    KnownWorkspace known,
    IReadOnlyList<DocumentTemplate> templates
)
{
    private const string Prefix = "inspiration:";

    private readonly List<KnownResource> _learnt = [];
    private readonly List<KeptBase> _bases = [];
    private readonly List<Problem> _warnings = [];

    /// <summary>What was read now, for the ledger.</summary>
    public IReadOnlyList<KnownResource> Learnt => _learnt;

    public IReadOnlyList<KeptBase> Bases => _bases;

    /// <summary>Documents that cannot be read.</summary>
    public IReadOnlyList<Problem> Warnings => _warnings;

    /// <returns>Null for what is no sheet, or an empty form.</returns>
    public async Task<Inspiration?> ReadAsync(NodeState node, CancellationToken ct)
    {
        var memory = known.Find(Key(node));
        if (memory is not null && memory.ETag == node.ETag)
        {
            return await Kept(memory, node, ct);
        }

        if (await client.Files.GetFile(node.Path, ct) is not { } file)
        {
            return null;
        }

        var unread = _warnings.Count;
        var sheet = Parse(node, file.Bytes);
        if (_warnings.Count > unread)
        {
            // Not remembered: it is told until somebody mends it.
            return null;
        }

        var kept = sheet is null ? null : Base(sheet);
        _learnt.Add(
            new KnownResource
            {
                Key = Key(node),
                RemoteId = node.FileId.ToString(CultureInfo.InvariantCulture),
                ETag = file.ETag ?? node.ETag,
                BaseHash = kept?.Hash,
            }
        );
        _bases.AddRange(kept is null ? [] : [kept]);
        return sheet;
    }

    private async Task<Inspiration?> Kept(KnownResource memory, NodeState node, CancellationToken ct) =>
        memory.BaseHash is { } hash && await KeptBase.FindAsync(ledger, hash, ct) is { } json
            ? JsonSerializer.Deserialize<Inspiration>(json)! with
            {
                Path = node.Path,
            }
            : null;

    private static KeptBase Base(Inspiration sheet)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(sheet);
        return new KeptBase(ContentHash.Sha1(json), json);
    }

    /// <summary>The network's own template first: its sheets may have other words.</summary>
    private Inspiration? Parse(NodeState node, byte[] docx)
    {
        try
        {
            var read = templates
                .Select(template => InspirationReader.Read(docx, template))
                .FirstOrDefault(read => read is not null);
            var sheet = read is null ? null : Of(node, read);
            return sheet is { IsBlank: false } ? sheet : null;
        }
        catch (TemplateException refusal)
        {
            _warnings.Add(PublishingProblems.Unreadable(node.Path, refusal));
            return null;
        }
    }

    private static Inspiration Of(NodeState node, ReadDocument read)
    {
        return new Inspiration
        {
            FileId = node.FileId,
            Path = node.Path,
            Title = Words("fiche.titre"),
            Where = Words("fiche.ou"),
            Lead = Words("fiche.porteur"),
            Audience = Words("fiche.public"),
            Since = Words("fiche.depuis"),
            Means = Words("fiche.moyens"),
            Link = Words("fiche.lien"),
            Talked = Words("fiche.echange"),
            Need = Words("libre besoin"),
            Story = Words("libre recit"),
            Successes = Words("libre reussites"),
            Difficulties = Words("libre difficultes"),
            Taken = Words("libre reprise"),
        };

        string Words(string field) => ReadWords.Words(read.Values, field).Trim();
    }

    private static string Key(NodeState node) =>
        $"{Prefix}{node.FileId.ToString(CultureInfo.InvariantCulture)}";
}
