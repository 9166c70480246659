using static Connector.Templates.Tests.BuiltInTemplatesBuilder.Blocks;

namespace Connector.Templates.Tests.BuiltInTemplatesBuilder;

/// <summary>« Feuille de route »: nine sections, from the reason for being to the signatures.</summary>
internal static class RoadmapTemplate
{
    internal static byte[] Build() => Package.ToBytes();

    internal static byte[] BuildInEnglish() =>
        (Package with { Title = "Roadmap template", English = new EnglishWords(Words) }).ToBytes();

    private static TemplatePackage Package =>
        new()
        {
            Title = "Modèle de feuille de route",
            FooterText = "{{feuille.titre}} · version {{feuille.version}}",
            HasNumberedHeadings = true,
            Body =
                Head()
                + Purpose()
                + Composition()
                + Objectives()
                + Governance()
                + Workstreams()
                + Calendar()
                + Commitments()
                + Signatures(),
        };

    private const string Words = """
        Feuille de route = Roadmap
        {{territoire.nom}}{{#territoire.perimetre}} · périmètre {{territoire.perimetre}}{{/territoire.perimetre}} = {{territoire.nom}}{{#territoire.perimetre}} · {{territoire.perimetre}}{{/territoire.perimetre}}
        {{feuille.titre}} · version {{feuille.version}} · Page = {{feuille.titre}} · version {{feuille.version}} · Page
        Version = Version
        Date = Date
        Coordination = Coordination
        Public = Audience
        Préambule et raison d'être = Preamble and reason for being
        {{libre preambule}} Pourquoi ce réseau existe, ce qu'il veut changer pour les habitants, et ce qui réunit ses membres. = {{libre preambule}} Why this network exists, what it wants to change for the inhabitants, and what brings its members together.
        Composition = Members
        Organisation = Organisation
        SIRET ou RNA = SIRET or RNA
        Rôle = Role
        Référent = Contact
        Diagnostic = Diagnosis
        {{libre diagnostic}} Fragilité numérique du territoire (indice, millésime et source), offre existante, manques et besoins entendus. = {{libre diagnostic}} Digital fragility of the territory (index, year and source), what there is, what is missing, and needs heard.
        Objectifs et indicateurs = Objectives and indicators
        Objectif = Objective
        Indicateur = Indicator
        Cible = Target
        {{libre objectifs}} Précisions sur les objectifs : priorités, échéances, façon de mesurer. = {{libre objectifs}} More about the objectives: priorities, dates, how to measure.
        Gouvernance = Governance
        Comités et groupes de travail = Committees and working groups
        Comité ou groupe = Committee or group
        Nature = Kind
        Mission = Purpose
        Animation = Lead
        Rythme = Rhythm
        Qui fait quoi = Who does what
        Personne = Person
        {{libre gouvernance}} Comment les décisions se prennent, comment on rejoint ou quitte le réseau. = {{libre gouvernance}} How decisions are taken, how one joins or leaves the network.
        Chantiers et fiches-actions = Workstreams and action sheets
        Chantier = Workstream
        Besoin = Need
        Porteur = Lead
        Partenaires = Partners
        Budget = Budget
        Début = Start
        Fin = End
        Statut = Status
        Calendrier et jalons = Calendar and milestones
        Prochaines réunions = Next meetings
        Horaire = Time
        Réunion = Meeting
        Lieu = Place
        Jalons = Milestones
        Jalon = Milestone
        Bilan annuel = Yearly review
        La feuille de route est relue et mise à jour une fois par an. Prochain bilan : {{bilan.date}}. = The roadmap is read again and updated once a year. Next review: {{bilan.date}}.
        Engagements réciproques = Mutual commitments
        Pour {{organisation}} – nom, qualité, date et signature : = For {{organisation}} – name, capacity, date and signature:
        Pour chaque membre : ce qu'il apporte au réseau (temps, lieux, compétences, moyens) et ce qu'il en attend. = For each member: what it brings to the network (time, places, skills, means) and what it expects from it.
        Signatures = Signatures
        Signataire = Signatory
        Qualité = Capacity
        Empreinte = Fingerprint
        Chaque organisation signe une version précise de cette feuille de route, désignée par son numéro et son empreinte. Un changement de contenu appelle une nouvelle signature. = Each organisation signs one version of this roadmap, named by its number and its fingerprint. A change of content calls for a new signature.
        """;

    private static string Head() =>
        Paragraph("Surtitre", "Feuille de route")
        + Paragraph("Title", "{{feuille.groupe}}")
        + Paragraph(
            "Subtitle",
            "{{territoire.nom}}{{#territoire.perimetre}} · périmètre {{territoire.perimetre}}{{/territoire.perimetre}}"
        )
        + Facts(
            ("Version", "{{feuille.version}}"),
            ("Date", "{{feuille.date}}"),
            ("Coordination", "{{coordination}}"),
            ("Public", "{{feuille.public}}")
        );

    private static string Purpose() =>
        Heading(1, "Préambule et raison d'être")
        + Advice(
            "{{libre preambule}} Pourquoi ce réseau existe, ce qu'il veut changer pour les habitants, et ce qui réunit ses membres."
        );

    private static string Composition()
    {
        Column[] columns =
        [
            new("Organisation", "{{organisation}}", 3500),
            new("SIRET ou RNA", "{{identifiant}}", 1800),
            new("Rôle", "{{role}}", 1900),
            new("Référent", "{{referent}}", 2438),
        ];
        return Heading(1, "Composition")
            + Table(columns, Loop("membres", columns))
            + Heading(1, "Diagnostic")
            + Advice(
                "{{libre diagnostic}} Fragilité numérique du territoire (indice, millésime et source), offre existante, manques et besoins entendus."
            );
    }

    private static string Objectives()
    {
        Column[] columns =
        [
            new("Objectif", "{{objectif}}", 4400),
            new("Indicateur", "{{indicateur}}", 3000),
            new("Cible", "{{cible}}", 2238),
        ];
        return Heading(1, "Objectifs et indicateurs")
            + Table(columns, Loop("objectifs", columns))
            + Advice(
                "{{libre objectifs}} Précisions sur les objectifs : priorités, échéances, façon de mesurer."
            );
    }

    private static string Governance()
    {
        Column[] committees =
        [
            new("Comité ou groupe", "{{comite}}", 2300),
            new("Nature", "{{nature}}", 1400),
            new("Mission", "{{mission}}", 2600),
            new("Animation", "{{animation}}", 1800),
            new("Rythme", "{{rythme}}", 1538),
        ];
        Column[] roles =
        [
            new("Personne", "{{personne}}", 2900),
            new("Organisation", "{{organisation}}", 3438),
            new("Rôle", "{{tache}}", 3300),
        ];
        return Heading(1, "Gouvernance")
            + Heading(2, "Comités et groupes de travail")
            + Table(committees, Loop("comites", committees))
            + Heading(2, "Qui fait quoi")
            + Table(roles, Loop("roles", roles))
            + Advice(
                "{{libre gouvernance}} Comment les décisions se prennent, comment on rejoint ou quitte le réseau."
            )
            + TemplatePackage.SectionEnd();
    }

    /// <summary>Ten columns need a landscape page.</summary>
    private static string Workstreams()
    {
        const string Small = "PetitTexteDeTableau";
        Column[] columns =
        [
            new("Chantier", "{{chantier}}", 1900, Small),
            new("Besoin", "{{besoin}}", 2300, Small),
            new("Porteur", "{{porteur}}", 1500, Small),
            new("Partenaires", "{{partenaires}}", 1900, Small),
            new("Public", "{{public}}", 1250, Small),
            new("Budget", "{{budget}}", 1250, Small),
            new("Indicateur", "{{indicateur}}", 1637, Small),
            new("Début", "{{debut}}", 1100, Small),
            new("Fin", "{{fin}}", 1100, Small),
            new("Statut", "{{statut}}", 1200, Small),
        ];
        return Heading(1, "Chantiers et fiches-actions")
            + Table(columns, Loop("chantiers", columns))
            + TemplatePackage.SectionEnd(isLandscape: true);
    }

    private static string Calendar()
    {
        Column[] meetings =
        [
            new("Date", "{{date}}", 2700),
            new("Horaire", "{{horaire}}", 1700),
            new("Réunion", "{{reunion}}", 2938),
            new("Lieu", "{{lieu}}", 2300),
        ];
        Column[] milestones =
        [
            new("Date", "{{date}}", 1500),
            new("Jalon", "{{jalon}}", 4800),
            new("Chantier", "{{chantier}}", 3338),
        ];
        return Heading(1, "Calendrier et jalons")
            + Heading(2, "Prochaines réunions")
            + Table(meetings, Loop("reunions", meetings))
            + Heading(2, "Jalons")
            + Table(milestones, Loop("jalons", milestones))
            + Heading(2, "Bilan annuel")
            + Text(
                "La feuille de route est relue et mise à jour une fois par an. Prochain bilan : {{bilan.date}}."
            );
    }

    /// <summary>A page for each member, to be printed, filled in and signed by itself.</summary>
    private static string Commitments() =>
        "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/><w:pageBreakBefore/></w:pPr>"
        + Run("Engagements réciproques")
        + "</w:p>"
        + Mark("{{#engagements}}")
        + Heading(2, "{{organisation}}")
        + Mark("{{#promesses}}")
        + Paragraph("ListBullet", "{{texte}}")
        + Mark("{{/promesses}} {{^promesses}}")
        + Paragraph("ListBullet", "…")
        + Mark("{{/promesses}}")
        + "<w:p><w:pPr><w:spacing w:before=\"480\"/></w:pPr>"
        + Run("Pour {{organisation}} – nom, qualité, date et signature :")
        + "<w:r><w:br w:type=\"page\"/></w:r></w:p>"
        + Mark("{{/engagements}} {{^engagements}}")
        + Advice(
            "Pour chaque membre : ce qu'il apporte au réseau (temps, lieux, compétences, moyens) et ce qu'il en attend."
        )
        + Mark("{{/engagements}}");

    private static string Signatures()
    {
        Column[] columns =
        [
            new("Organisation", "{{organisation}}", 2500),
            new("Signataire", "{{signataire}}", 1900),
            new("Qualité", "{{qualite}}", 1500),
            new("Date", "{{date}}", 1150),
            new("Version", "{{version}}", 850),
            new("Empreinte", "{{empreinte}}", 1738),
        ];
        return Heading(1, "Signatures")
            + Text(
                "Chaque organisation signe une version précise de cette feuille de route, désignée par son numéro et son empreinte. Un changement de contenu appelle une nouvelle signature."
            )
            + Table(columns, Loop("signatures", columns, isTall: true));
    }
}
