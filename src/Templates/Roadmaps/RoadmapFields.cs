namespace Connector.Templates;

/// <summary>The tags of a roadmap, and the content put under them.</summary>
internal static class RoadmapFields
{
    internal static readonly IReadOnlyList<TemplateField> All =
    [
        new("feuille.titre", "Titre", "Titre de la feuille de route.", "Feuille de route – Groupe Mobilité"),
        new("feuille.groupe", "Réseau ou groupe", "Réseau ou groupe de travail concerné.", "Groupe Mobilité"),
        new("feuille.version", "Version", "Numéro de version.", "2"),
        new("feuille.date", "Date de la version", "Date de la version.", "3 décembre 2026"),
        new("feuille.public", "Public", "Public auquel le groupe s'adresse.", "Demandeurs d'emploi"),
        new("territoire.nom", "Territoire", "Nom du territoire.", "Vallée de la Dronne"),
        new("territoire.perimetre", "Périmètre", "Échelle du territoire.", "départemental"),
        new("coordination", "Coordination", "Qui coordonne.", "Anne-Lise Péré (CCAS)"),
        new("libre preambule", "Préambule", "Texte libre : raison d'être du réseau.", "Nous voulons…"),
        new("membres", "Membres", "Boucle : une ligne par organisation.", ""),
        new("membres/organisation", "Organisation", "Nom de l'organisation.", "Médiathèque de Ribérac"),
        new("membres/identifiant", "SIRET ou RNA", "Identifiant officiel.", "21240352500017"),
        new("membres/role", "Rôle", "Rôle dans le réseau.", "coporteur"),
        new("membres/referent", "Référent", "Contact référent.", "Loïc N'Diaye"),
        new("libre diagnostic", "Diagnostic", "Texte libre : fragilité, offre, manques.", "Le territoire…"),
        new("objectifs", "Objectifs", "Boucle : une ligne par objectif.", ""),
        new(
            "objectifs/objectif",
            "Objectif",
            "Ce que le réseau veut atteindre.",
            "Un lieu d'accueil à 20 min"
        ),
        new("objectifs/indicateur", "Indicateur", "Ce qui dit si l'objectif est atteint.", "Lieux ouverts"),
        new("objectifs/cible", "Cible", "Valeur visée.", "12 lieux en 2027"),
        new("libre objectifs", "Objectifs, en détail", "Texte libre sous les objectifs.", "La priorité…"),
        new("comites", "Comités", "Boucle : une ligne par comité ou groupe.", ""),
        new("comites/comite", "Comité ou groupe", "Nom du comité ou du groupe.", "Comité stratégique"),
        new("comites/nature", "Nature", "Comité stratégique, technique, groupe de travail…", "technique"),
        new("comites/mission", "Mission", "Ce dont il s'occupe.", "Suivre les chantiers"),
        new("comites/animation", "Animation", "Qui l'anime.", "Conseil départemental"),
        new("comites/rythme", "Rythme", "Quand il se réunit.", "premier jeudi du mois"),
        new("roles", "Qui fait quoi", "Boucle : une ligne par personne et rôle.", ""),
        new("roles/personne", "Personne", "Nom de la personne.", "Maëlle Le Goff"),
        new("roles/organisation", "Organisation", "Son organisation.", "Mission locale"),
        new("roles/tache", "Rôle", "Ce qu'elle fait.", "Anime le groupe Jeunes"),
        new("libre gouvernance", "Gouvernance, en détail", "Texte libre sous la gouvernance.", "Décisions…"),
        new("chantiers", "Chantiers", "Boucle : une ligne par chantier ou fiche-action.", ""),
        new("chantiers/chantier", "Chantier", "Nom du chantier.", "Bus numérique"),
        new("chantiers/besoin", "Besoin", "Besoin auquel il répond.", "Hameaux sans lieu"),
        new("chantiers/porteur", "Porteur", "Organisation qui le porte.", "Familles rurales"),
        new("chantiers/partenaires", "Partenaires", "Organisations partenaires.", "CCAS, MSA"),
        new("chantiers/public", "Public", "À qui il s'adresse.", "Seniors"),
        new("chantiers/budget", "Budget", "Budget et financeurs.", "18 000 €"),
        new("chantiers/indicateur", "Indicateur", "Ce qui mesure son effet.", "Personnes aidées"),
        new("chantiers/debut", "Début", "Date de début.", "01/02/2027"),
        new("chantiers/fin", "Fin", "Date de fin.", "31/12/2027"),
        new("chantiers/statut", "Statut", "Où il en est (liste à choix).", "En cours"),
        new("reunions", "Réunions", "Boucle : une ligne par réunion à venir.", ""),
        new("reunions/date", "Date", "Jour de la réunion.", "jeudi 3 décembre 2026"),
        new("reunions/horaire", "Horaire", "De quand à quand.", "14 h – 16 h"),
        new("reunions/reunion", "Réunion", "Titre de la réunion.", "Comité de suivi"),
        new("reunions/lieu", "Lieu", "Où elle se tient.", "Salle des fêtes"),
        new("jalons", "Jalons", "Boucle : une ligne par jalon.", ""),
        new("jalons/date", "Date", "Échéance du jalon.", "30/06/2027"),
        new("jalons/jalon", "Jalon", "Ce qui est prêt à cette date.", "Bus équipé"),
        new("jalons/chantier", "Chantier", "Chantier concerné.", "Bus numérique"),
        new("bilan.date", "Bilan annuel", "Date du bilan annuel.", "2 décembre 2027"),
        new("engagements", "Engagements", "Boucle : une partie par organisation.", ""),
        new("engagements/organisation", "Organisation", "Qui s'engage.", "Mairie de Ribérac"),
        new("engagements/promesses", "Promesses", "Boucle : un point par engagement.", ""),
        new("engagements/promesses/texte", "Engagement", "Ce qu'elle promet.", "Ouvrir une salle le mardi"),
        new("signatures", "Signatures", "Boucle : une ligne par organisation.", ""),
        new("signatures/organisation", "Organisation", "Organisation signataire.", "CIAS du Ribéracois"),
        new("signatures/signataire", "Signataire", "Nom de la personne qui signe.", "Gaëlle d'Hérouville"),
        new("signatures/qualite", "Qualité", "À quel titre.", "présidente"),
        new("signatures/date", "Date", "Date de signature.", "03/12/2026"),
        new("signatures/version", "Version", "Version signée.", "2"),
        new("signatures/empreinte", "Empreinte", "Empreinte de la version signée.", "9f2c 41ab 07de"),
    ];

    internal static DocumentData From(RoadmapContent content) =>
        new DocumentData(content.Stamp, $"Feuille de route – {content.Owner}") { Catalogue = All }
            .With("feuille.titre", $"Feuille de route – {content.Owner}")
            .With("feuille.groupe", content.Owner)
            .With("feuille.version", content.Version)
            .With("feuille.date", new DateValue(content.Date, DateStyle.Words))
            .With("feuille.public", content.Audience)
            .With("territoire.nom", content.Territory)
            .With("territoire.perimetre", content.Scope)
            .With("coordination", content.Coordination)
            .WithFreeText("preambule", content.Purpose)
            .With("membres", Rows(content.Members, Member))
            .WithFreeText("diagnostic", content.Diagnosis)
            .With("objectifs", Rows(content.Objectives, Objective))
            .With("comites", Rows(content.Committees, Committee))
            .With("roles", Rows(content.Roles, Role))
            .With("chantiers", Rows(content.Workstreams, Workstream))
            .With("reunions", Rows(content.Meetings, Meeting))
            .With("jalons", Rows(content.Milestones, Milestone))
            .With("bilan.date", new DateValue(content.YearlyReview, DateStyle.Words))
            .With("engagements", Rows(content.Commitments, Commitment))
            .With("signatures", Rows(content.Signatures, Signature));

    private static RowsValue Rows<T>(IReadOnlyList<T> items, Func<T, DocumentRow> row) =>
        new([.. items.Select(row)]);

    private static DocumentRow Member(RoadmapMember member) =>
        new DocumentRow(member.Key)
            .With("organisation", member.Organisation)
            .With("identifiant", member.Identifier)
            .With("role", member.Role)
            .With("referent", member.Referent);

    private static DocumentRow Objective(RoadmapObjective objective) =>
        new DocumentRow(objective.Key)
            .With("objectif", objective.Title)
            .With("indicateur", objective.Indicator)
            .With("cible", objective.Target);

    private static DocumentRow Committee(RoadmapCommittee committee) =>
        new DocumentRow(committee.Key)
            .With("comite", committee.Name)
            .With("nature", committee.Kind)
            .With("mission", committee.Purpose)
            .With("animation", committee.Lead)
            .With("rythme", committee.Rhythm);

    private static DocumentRow Role(RoadmapRole role) =>
        new DocumentRow(role.Key)
            .With("personne", role.Person)
            .With("organisation", role.Organisation)
            .With("tache", role.Task);

    private static DocumentRow Workstream(RoadmapWorkstream workstream) =>
        new DocumentRow(workstream.Key)
            .With("chantier", workstream.Title)
            .With("besoin", workstream.Need)
            .With("porteur", workstream.Lead)
            .With("partenaires", string.Join(", ", workstream.Partners))
            .With("public", string.Join(", ", workstream.Audiences))
            .With("budget", workstream.Budget)
            .With("indicateur", workstream.Indicator)
            .With("debut", new DateValue(workstream.Start))
            .With("fin", new DateValue(workstream.End))
            .With("statut", new ChoiceValue(workstream.Status, RoadmapContent.Statuses));

    private static DocumentRow Meeting(RoadmapMeeting meeting) =>
        new DocumentRow(meeting.Key)
            .With("date", new DateValue(DateOnly.FromDateTime(meeting.Start), DateStyle.Weekday))
            .With("horaire", FrenchWords.TimeRange(meeting.Start, meeting.End))
            .With("reunion", meeting.Title)
            .With("lieu", meeting.Place);

    private static DocumentRow Milestone(RoadmapMilestone milestone) =>
        new DocumentRow(milestone.Key)
            .With("date", new DateValue(milestone.Date))
            .With("jalon", milestone.Title)
            .With("chantier", milestone.Workstream);

    private static DocumentRow Commitment(RoadmapCommitment commitment) =>
        new DocumentRow(commitment.Key)
            .With("organisation", commitment.Organisation)
            .With("promesses", new RowsValue([.. commitment.Promises.Select(Promise)]));

    private static DocumentRow Promise(string promise, int index) =>
        new DocumentRow($"{index + 1}").With("texte", promise);

    private static DocumentRow Signature(RoadmapSignature signature) =>
        new DocumentRow(signature.Key)
            .With("organisation", signature.Organisation)
            .With("signataire", signature.Signatory)
            .With("qualite", signature.Capacity)
            .With("date", new DateValue(signature.SignedOn))
            .With("version", signature.Version)
            .With("empreinte", signature.Fingerprint);
}
