using System.Globalization;
using System.Security.Cryptography;
using Connector.DocumentFlow;
using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Templates;

namespace Connector.Provisioning;

/// <summary>
/// The templates that coordinators keep in the cloud: a .docx in « Modèles » of their own folder, called like a kind of
/// document (« Compte-rendu.docx »), is what documents of that kind are filled from, unless their blueprint names another
/// one. The listing of the run tells whether one changed; only then is it read. One with a mistake is told, and what was
/// last in order stays in use.
/// </summary>
internal sealed class SharedTemplates(NextcloudClient client, LedgerStore ledger)
{
    private const int MostBytes = 20 * 1024 * 1024;

    private const string Extension = ".docx";

    private static readonly string[] FolderNames = [Folded.Key("Modèles"), Folded.Key("Templates")];

    private readonly List<Problem> _warnings = [];
    private readonly List<KnownResource> _learnt = [];
    private readonly List<KeptBase> _bases = [];

    public async Task<SharedTemplateLook> LookAsync(
        WorkspaceSpec spec,
        KnownWorkspace known,
        WorkspaceSnapshot snapshot,
        CancellationToken ct
    )
    {
        var templates = new Dictionary<string, TemplateFile>(StringComparer.Ordinal);
        foreach (var (kind, node) in Files(spec, known, snapshot))
        {
            if (await Usable(kind, node, known, ct) is { } docx)
            {
                var print = Convert.ToHexStringLower(SHA256.HashData(docx));
                templates[kind.Name] = new TemplateFile(node.Path, print) { Docx = docx };
            }
        }

        return new SharedTemplateLook
        {
            Spec = templates.Count == 0 ? spec : With(spec, templates),
            Files = templates,
            Warnings = _warnings,
            Learnt = _learnt,
            Bases = _bases,
        };
    }

    /// <summary>The first file of each kind, in the order of their names.</summary>
    private List<(TemplateKind Kind, NodeState Node)> Files(
        WorkspaceSpec spec,
        KnownWorkspace known,
        WorkspaceSnapshot snapshot
    )
    {
        var found = new List<(TemplateKind Kind, NodeState Node)>();
        if (KnownPlace.Of(WorkspaceKeys.Steering, spec, known, snapshot) is not { } steering)
        {
            return found;
        }

        foreach (var node in snapshot.Nodes.OrderBy(node => node.Path, StringComparer.Ordinal))
        {
            if (
                node.IsFolder
                || !node.Path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase)
                || !node.Path.StartsWith($"{steering}/", StringComparison.Ordinal)
                || node.Path[(steering.Length + 1)..].Split('/') is not [var folder, var name]
                || !FolderNames.Contains(Folded.Key(folder))
                || name.StartsWith('~')
                || name.StartsWith('.')
            )
            {
                continue;
            }

            if (KindOf(name[..^Extension.Length]) is not { } kind)
            {
                _warnings.Add(TemplateProblems.NoKind(node.Path));
            }
            else if (found.Exists(other => other.Kind == kind))
            {
                _warnings.Add(
                    TemplateProblems.Twice(node.Path, found.Find(other => other.Kind == kind).Node.Path)
                );
            }
            else
            {
                found.Add((kind, node));
            }
        }

        return found;
    }

    /// <summary>By the names that <c>template get</c> gives its copies, that the program uses, or that people read.</summary>
    /// <param name="name">Without extension.</param>
    internal static TemplateKind? KindOf(string name)
    {
        var wanted = Folded.Key(name);
        return BuiltInTemplates
                .All.FirstOrDefault(template =>
                    Folded.Key(Path.GetFileNameWithoutExtension(template.FileName)) == wanted
                )
                ?.Kind
            ?? TemplateKinds.All.FirstOrDefault(kind =>
                new[] { kind.Name, kind.French, kind.English }.Any(known => Folded.Key(known) == wanted)
            );
    }

    /// <returns>The file as it is, else as it last was without mistake; null when it never was.</returns>
    private async Task<byte[]?> Usable(
        TemplateKind kind,
        NodeState node,
        KnownWorkspace known,
        CancellationToken ct
    )
    {
        var good = known.Find(WorkspaceKeys.SharedTemplate(kind.Name));
        var (docx, etag) = await Read(kind, node, known, ct);
        var last = good?.BaseHash is { } hash ? await KeptBase.FindAsync(ledger, hash, ct) : null;
        if (docx is null)
        {
            _warnings.Add(TemplateProblems.TooLarge(node.Path, last is not null));
            return last;
        }

        var errors = TemplateVerdict.Of(docx, kind);
        var key =
            errors.Count == 0
                ? WorkspaceKeys.SharedTemplate(kind.Name)
                : WorkspaceKeys.RefusedTemplate(kind.Name);
        if (known.Find(key) is not { } there || there.ETag != etag || there.RemoteId != Id(node))
        {
            var kept = new KeptBase(ContentHash.Sha1(docx), docx);
            _bases.Add(kept);
            _learnt.Add(
                new KnownResource
                {
                    Key = key,
                    RemoteId = Id(node),
                    ETag = etag,
                    BaseHash = kept.Hash,
                }
            );
        }

        if (errors.Count == 0)
        {
            return docx;
        }

        var isLastUsable = last is not null && TemplateVerdict.Of(last, kind).Count == 0;
        _warnings.Add(TemplateProblems.Refused(node.Path, errors, isLastUsable));
        return isLastUsable ? last : null;
    }

    /// <summary>From the ledger where it has this very version.</summary>
    private async Task<(byte[]? Docx, string? ETag)> Read(
        TemplateKind kind,
        NodeState node,
        KnownWorkspace known,
        CancellationToken ct
    )
    {
        foreach (
            var key in new[]
            {
                WorkspaceKeys.SharedTemplate(kind.Name),
                WorkspaceKeys.RefusedTemplate(kind.Name),
            }
        )
        {
            if (
                known.Find(key) is { BaseHash: { } hash } seen
                && seen.ETag == node.ETag
                && seen.RemoteId == Id(node)
                && await KeptBase.FindAsync(ledger, hash, ct) is { } kept
            )
            {
                return (kept, seen.ETag);
            }
        }

        if (await client.Files.Find(node.Path, ct) is not { Size: <= MostBytes })
        {
            return (null, node.ETag);
        }

        var file = await client.Files.GetFile(node.Path, ct);
        return (file?.Bytes, file?.ETag);
    }

    private static WorkspaceSpec With(WorkspaceSpec spec, Dictionary<string, TemplateFile> templates) =>
        spec with
        {
            Areas =
            [
                .. spec.Areas.Select(area =>
                    area with
                    {
                        Documents = [.. area.Documents.Select(document => With(document, templates))],
                        MeetingForms = [.. area.MeetingForms.Select(document => With(document, templates))],
                    }
                ),
            ],
        };

    private static DocumentSpec With(DocumentSpec document, Dictionary<string, TemplateFile> templates) =>
        document.Template is null
        && DocumentTemplates.KindOf(document.Kind) is { } kind
        && templates.TryGetValue(kind.Name, out var template)
            ? document with
            {
                Template = template,
            }
            : document;

    private static string Id(NodeState node) => node.FileId.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The documents with the templates that the cloud gives them, and what else there is to know.</summary>
internal sealed record SharedTemplateLook
{
    public required WorkspaceSpec Spec { get; init; }

    /// <summary>By kind.</summary>
    public required IReadOnlyDictionary<string, TemplateFile> Files { get; init; }

    /// <summary>Templates that are not used, and why.</summary>
    public required IReadOnlyList<Problem> Warnings { get; init; }

    /// <summary>Versions that were read in this run, for the ledger.</summary>
    public required IReadOnlyList<KnownResource> Learnt { get; init; }

    /// <summary>Their bytes.</summary>
    public required IReadOnlyList<KeptBase> Bases { get; init; }
}
