namespace Connector.Templates;

/// <summary>The roadmap as a web page: the sections of the template « Feuille de route », in its order.</summary>
internal static class RoadmapPage
{
    internal static string From(DocumentData data)
    {
        var page = new DocumentPage(data);
        Head(page);
        page.Section(
            "preambule",
            page.Say("Préambule et raison d'être", "Preamble and reason for being"),
            () => page.FreeText("preambule")
        );
        page.Section("composition", page.Say("Composition", "Members"), () => Members(page));
        page.Section("diagnostic", page.Say("Diagnostic", "Diagnosis"), () => page.FreeText("diagnostic"));
        page.Section(
            "objectifs",
            page.Say("Objectifs et indicateurs", "Objectives and indicators"),
            () => Objectives(page)
        );
        page.Section("gouvernance", page.Say("Gouvernance", "Governance"), () => Governance(page));
        page.Section(
            "chantiers",
            page.Say("Chantiers et fiches-actions", "Workstreams and action sheets"),
            () => Workstreams(page)
        );
        page.Section(
            "calendrier",
            page.Say("Calendrier et jalons", "Calendar and milestones"),
            () => Calendar(page)
        );
        page.Section(
            "engagements",
            page.Say("Engagements réciproques", "Mutual commitments"),
            () => Commitments(page)
        );
        page.Section("signatures", "Signatures", () => Signatures(page));
        return page.Finish($"{page.Words("feuille.titre")} · version {page.Words("feuille.version")}");
    }

    private static void Head(DocumentPage page)
    {
        var scope = page.Words("territoire.perimetre");
        var territory = page.Words("territoire.nom");
        page.Title(
            page.Say("Feuille de route", "Roadmap"),
            page.Words("feuille.groupe"),
            scope.Length == 0 ? territory : $"{territory} · {page.Say("périmètre ", "")}{scope}"
        );
        page.Facts(
            ("Version", page.Words("feuille.version")),
            ("Date", page.Words("feuille.date")),
            ("Coordination", page.Words("coordination")),
            (page.Say("Public", "Audience"), page.Words("feuille.public"))
        );
    }

    private static void Members(DocumentPage page) =>
        page.Table(
            page.Say("Organisations membres", "Member organisations"),
            page.Rows("membres"),
            new("organisation", "Organisation", "Organisation"),
            new("identifiant", "SIRET ou RNA", "SIRET or RNA"),
            new("role", "Rôle", "Role"),
            new("referent", "Référent", "Contact")
        );

    private static void Objectives(DocumentPage page) =>
        page.Table(
            page.Say("Objectifs et indicateurs", "Objectives and indicators"),
            page.Rows("objectifs"),
            new("objectif", "Objectif", "Objective"),
            new("indicateur", "Indicateur", "Indicator"),
            new("cible", "Cible", "Target")
        );

    private static void Governance(DocumentPage page)
    {
        var committees = page.Say("Comités et groupes de travail", "Committees and working groups");
        var roles = page.Say("Qui fait quoi", "Who does what");
        page.Part(committees);
        page.Table(
            committees,
            page.Rows("comites"),
            new("comite", "Comité ou groupe", "Committee or group"),
            new("nature", "Nature", "Kind"),
            new("mission", "Mission", "Purpose"),
            new("animation", "Animation", "Lead"),
            new("rythme", "Rythme", "Rhythm")
        );
        page.Part(roles);
        page.Table(
            roles,
            page.Rows("roles"),
            new("personne", "Personne", "Person"),
            new("organisation", "Organisation", "Organisation"),
            new("tache", "Rôle", "Role")
        );
    }

    private static void Workstreams(DocumentPage page) =>
        page.Table(
            page.Say("Chantiers", "Workstreams"),
            page.Rows("chantiers"),
            new("chantier", "Chantier", "Workstream"),
            new("besoin", "Besoin", "Need"),
            new("porteur", "Porteur", "Lead"),
            new("partenaires", "Partenaires", "Partners"),
            new("public", "Public", "Audience"),
            new("budget", "Budget", "Budget"),
            new("indicateur", "Indicateur", "Indicator"),
            new("debut", "Début", "Start"),
            new("fin", "Fin", "End"),
            new("statut", "Statut", "Status")
        );

    private static void Calendar(DocumentPage page)
    {
        var meetings = page.Say("Prochaines réunions", "Next meetings");
        var milestones = page.Say("Jalons", "Milestones");
        page.Part(meetings);
        page.Table(
            meetings,
            page.Rows("reunions"),
            new("date", "Date", "Date"),
            new("horaire", "Horaire", "Time"),
            new("reunion", "Réunion", "Meeting"),
            new("lieu", "Lieu", "Place")
        );
        page.Part(milestones);
        page.Table(
            milestones,
            page.Rows("jalons"),
            new("jalon", "Jalon", "Milestone"),
            new("date", "Date", "Date"),
            new("chantier", "Chantier", "Workstream")
        );
        var review = page.Words("bilan.date");
        if (review.Length > 0)
        {
            page.Part(page.Say("Bilan annuel", "Yearly review"));
            page.Paragraph(page.Say($"Prochain bilan\u00A0: {review}.", $"Next review: {review}."));
        }
    }

    private static void Commitments(DocumentPage page)
    {
        var rows = page.Rows("engagements");
        foreach (var row in rows)
        {
            page.Part(page.Words(row.Fields, "organisation"));
            page.Items("ul", DocumentPage.RowsOf(row.Fields, "promesses"), "texte");
        }

        if (rows.Count == 0)
        {
            page.Items("ul", rows, "texte");
        }
    }

    private static void Signatures(DocumentPage page) =>
        page.Table(
            "Signatures",
            page.Rows("signatures"),
            new("organisation", "Organisation", "Organisation"),
            new("signataire", "Signataire", "Signatory"),
            new("qualite", "Qualité", "Capacity"),
            new("date", "Date", "Date"),
            new("version", "Version", "Version"),
            new("empreinte", "Empreinte", "Fingerprint")
        );
}
