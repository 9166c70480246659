using System.Globalization;
using System.Text;
using Connector.DocumentFlow;
using Connector.Domain;
using Connector.Domain.Inspirations;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Nextcloud;
using Connector.Provisioning;
using Connector.Publishing;
using Connector.Templates;

namespace Connector.Inspirations;

/// <summary>Keeps « Inspirations.html » of a folder, and an empty sheet to copy; neither comes back once somebody deleted it.</summary>
internal sealed class PageWriter(NextcloudClient client, ProvisionScope scope, DocumentTemplate template)
{
    private const string PageName = "Inspirations.html";
    private const string FormName = "Fiche d'inspiration – à copier.docx";

    /// <summary>The page; a person's changes in it are never undone.</summary>
    public async Task<(KnownResource? Learnt, Problem? Problem)> WritePageAsync(
        NodeState folder,
        IReadOnlyList<Inspiration> sheets,
        IReadOnlyList<Inspiration> notTalked,
        CancellationToken ct
    )
    {
        var file = Memory(folder, "#page", PageName);
        var bytes = Encoding.UTF8.GetBytes(Page(folder, sheets, notTalked).ToHtml());
        var node = file.Find();
        if (node is null && file.Known is { } gone)
        {
            return (null, InspirationProblems.Deleted(gone.Path ?? file.Path));
        }

        if (node is not null && file.Known?.IsUntouched(node) != true)
        {
            return (null, InspirationProblems.Touched(node.Path));
        }

        return file.Known?.ContentHash == ContentHash.Sha1(bytes)
            ? (null, null)
            : await file.PutAsync(bytes, MediaTypes.Html, node, ct);
    }

    /// <summary>The empty sheet is made once, whatever becomes of it.</summary>
    public async Task<(KnownResource? Learnt, Problem? Problem)> WriteFormAsync(
        NodeState folder,
        CancellationToken ct
    )
    {
        var file = Memory(folder, "#form", FormName);
        if (file.Known is not null || file.Find() is not null)
        {
            return (null, null);
        }

        var content = new InspirationContent
        {
            Stamp = new ComposedTerritory(scope.Spec, scope.Source, scope.Today).Stamp(file.Key, null),
            Network = scope.Source.Name,
            Territory = scope.Source.Name,
        };
        return await file.PutAsync(template.Fill(content.ToData()), MediaTypes.Docx, null, ct);
    }

    private FileMemory Memory(NodeState folder, string facet, string name) =>
        new(
            client,
            scope,
            $"inspirations:{folder.FileId.ToString(CultureInfo.InvariantCulture)}{facet}",
            $"{folder.Path}/{name}"
        );

    private InspirationPage Page(
        NodeState folder,
        IReadOnlyList<Inspiration> sheets,
        IReadOnlyList<Inspiration> notTalked
    ) =>
        new()
        {
            Network = scope.Source.Name,
            Folder = folder.Path,
            Articles = [.. sheets.Select(Article)],
            NotTalked = [.. notTalked.Select(Carrier)],
            Sources =
            [
                .. scope.Source.InspirationSources.Select(source => new InspirationSourceLink(
                    source.Name,
                    source.Address,
                    source.About
                )),
            ],
        };

    private InspirationArticle Article(Inspiration sheet)
    {
        var number = sheet.FileId.ToString(CultureInfo.InvariantCulture);
        return new InspirationArticle($"fiche-{number}", sheet.Name)
        {
            Facts =
            [
                ("Où", sheet.Where),
                ("Qui la porte", sheet.Lead),
                ("Public", sheet.Audience),
                ("Depuis", sheet.Since),
                ("Moyens et outils", sheet.Means),
                ("Échange", sheet.Talked),
            ],
            Parts =
            [
                ("À quel besoin elle répond", sheet.Need),
                ("Ce qui a été fait", sheet.Story),
                ("Ce qui a marché", sheet.Successes),
                ("Ce qui a été difficile", sheet.Difficulties),
                ("Ce que nous en reprenons", sheet.Taken),
            ],
            Sheet = new Uri(client.Account.BaseUrl, $"index.php/f/{number}"),
            More = Uri.TryCreate(sheet.Link, UriKind.Absolute, out var more) ? more : null,
        };
    }

    public static string Carrier(Inspiration sheet) =>
        sheet.Lead.Length > 0 ? $"{sheet.Lead} ({sheet.Name})" : $"le porteur de « {sheet.Name} »";
}
