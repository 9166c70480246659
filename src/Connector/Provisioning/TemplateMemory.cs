using Connector.DocumentFlow;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Templates;

namespace Connector.Provisioning;

/// <summary>
/// Which template each document was last filled from, where that is one of the network's own: along it, and not along
/// today's, the document is read back. Nothing is remembered of documents that were always filled from built-in ones.
/// </summary>
internal sealed class TemplateMemory(KnownWorkspace known, LedgerStore ledger)
{
    private const string BuiltIn = "built-in";

    /// <summary>What to remember beside what a step made: documents that Connector wrote or merged.</summary>
    public static IEnumerable<(KnownResource Known, KeptBase? Base)> Of(
        IEnumerable<KnownResource> made,
        ProvisionScope scope
    )
    {
        foreach (var resource in made)
        {
            if (
                resource is { ContentHash: null, BaseHash: null }
                || !scope.DocumentsByKey.TryGetValue(resource.Key, out var document)
            )
            {
                continue;
            }

            var key = WorkspaceKeys.FilledFrom(resource.Key);
            var print = document.Template?.Fingerprint ?? BuiltIn;
            var known = scope.Known.Find(key);
            if (known?.RemoteId == print || (known is null && document.Template is null))
            {
                continue;
            }

            var kept = document.Template is { } template
                ? new KeptBase(ContentHash.Sha1(template.Docx.Span), template.Docx)
                : null;
            yield return (
                new KnownResource
                {
                    Key = key,
                    RemoteId = print,
                    BaseHash = kept?.Hash,
                },
                kept
            );
        }
    }

    /// <param name="key">The document's, be it of today or of a meeting long past.</param>
    /// <param name="document">What the blueprint says of such documents today.</param>
    /// <param name="ct">Stops.</param>
    public async Task<DocumentTemplate> OfAsync(string key, DocumentSpec document, CancellationToken ct)
    {
        var filled = known.Find(WorkspaceKeys.FilledFrom(key));
        if (filled is null)
        {
            return document.Template is null || IsTodays(key, document)
                ? DocumentTemplates.Of(document)
                : DocumentTemplates.Of(document with { Template = null });
        }

        return filled.RemoteId == document.Template?.Fingerprint ? DocumentTemplates.Of(document)
            : filled.BaseHash is { } hash && await KeptBase.FindAsync(ledger, hash, ct) is { } docx
                ? DocumentTemplate.Load(docx)
            : DocumentTemplates.Of(document with { Template = null });
    }

    /// <summary>Ledgers did not always tell; what filling gives today was filled from today's template.</summary>
    private bool IsTodays(string key, DocumentSpec document) =>
        known.Find(key) is { } made
        && document.Key == key
        && document.ContentHash is { } hash
        && hash == (made.BaseHash ?? made.ContentHash);
}
