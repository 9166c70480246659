using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.Templates;
using Connector.TerritoryFiles.Shapes;

namespace Connector.TerritoryFiles.Blueprints;

/// <summary>« documents »: the keys of one.</summary>
internal static class DocumentRecord
{
    private static readonly ChoiceShape<DocumentKind> Kinds = new(
        (DocumentKind.Welcome, ["accueil"]),
        (DocumentKind.Roadmap, ["feuille-de-route"]),
        (DocumentKind.Minutes, ["compte-rendu"]),
        (DocumentKind.SubscriptionPoster, ["abonnement"]),
        (DocumentKind.Directory, ["annuaire"]),
        (DocumentKind.Agenda, ["ordre-du-jour"]),
        (DocumentKind.WelcomeLetter, ["lettre-de-bienvenue"]),
        (DocumentKind.InvitationLetter, ["lettre-d-invitation"]),
        (DocumentKind.InspirationSheet, ["fiche-inspiration"]),
        (DocumentKind.VisitReport, ["visite"]),
        (DocumentKind.YearlyReview, ["bilan-annuel"]),
        (DocumentKind.Points, ["points"]),
        (DocumentKind.ActionRegister, ["suivi-des-actions"]),
        (DocumentKind.Map, ["cartographie"]),
        (DocumentKind.PublicPage, ["page-publique"])
    );

    private static readonly Key<Located<string>> Name = new(
        "nom",
        new LocatedShape<string>(PathName.Shape),
        new Text("nom du fichier, avec son extension.", "name of the file, with its extension.")
    )
    {
        IsRequired = true,
    };

    private static readonly Key<DocumentKind> Kind = new(
        "genre",
        Kinds,
        new Text(
            $"{string.Join(", ", Kinds.Shown.SkipLast(1))} ou {Kinds.Shown[^1]}.",
            $"{string.Join(", ", Kinds.Shown.SkipLast(1))} or {Kinds.Shown[^1]}."
        )
    )
    {
        IsRequired = true,
    };

    private static readonly Key<Located<string>> Template = new(
        "gabarit",
        new LocatedShape<string>(TextShape.Name),
        new Text(
            "fichier .docx, à côté de celui-ci, dont le document est rempli ; sans gabarit, celui de Connector.",
            ".docx file, beside this one, from which the document is filled; Connector's own without it."
        )
    );

    public static readonly Key<IReadOnlyList<DocumentDraft>> Documents = new(
        "documents",
        new ListShape<DocumentDraft>(
            new RecordShape<DocumentDraft>(
                new Text("document", "document"),
                () => [Name, FormerNames.Key, Kind, Template],
                Build
            ),
            allowSingle: false
        ),
        new Text("documents à créer dans ce dossier.", "documents to create in this folder.")
    );

    /// <summary>The word for a kind, as in a file.</summary>
    public static string Word(DocumentKind kind) => Kinds.WordOf(kind);

    private static DocumentDraft Build(RecordReader record)
    {
        var name = record.Get(Name, new Located<string>("", record.Place));
        var kind = record.FindValue(Kind);
        var extension = kind switch
        {
            DocumentKind.Welcome or DocumentKind.Points => ".md",
            DocumentKind.Directory or DocumentKind.ActionRegister => ".xlsx",
            DocumentKind.Map or DocumentKind.PublicPage => ".html",
            DocumentKind.SubscriptionPoster when QrPicture.IsPicture(name.Value) => Path.GetExtension(
                name.Value
            ),
            _ => ".docx",
        };
        if (
            kind is not null
            && name.Value.Length > 0
            && !name.Value.EndsWith(extension, StringComparison.OrdinalIgnoreCase)
        )
        {
            var instead = Path.ChangeExtension(name.Value, extension);
            record.Problems.Add(
                "bad-extension",
                name.Place,
                new Text(
                    $"Ce genre de document est un fichier {extension}.",
                    $"This kind of document is a {extension} file."
                ),
                new Text($"Écrivez « {instead} ».", $"Write '{instead}'.")
            );
        }

        return new DocumentDraft(name, kind ?? DocumentKind.Welcome)
        {
            Template =
                kind is { } known && record.Find(Template) is { } file
                    ? TemplateReading.Read(file, known, record.Problems)
                    : null,
            FormerNames = record.Get(FormerNames.Key, []),
        };
    }
}
