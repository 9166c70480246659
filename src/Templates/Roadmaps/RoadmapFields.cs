namespace Connector.Templates;

/// <summary>The tags of a roadmap, and the content put under them.</summary>
internal static class RoadmapFields
{
    internal static readonly IReadOnlyList<TemplateField> All = FieldTable.Read("feuille-de-route");

    internal static DocumentData From(RoadmapContent content)
    {
        var isFrench = FieldWords.IsFrench(content.Language);
        var title = $"{(isFrench ? "Feuille de route" : "Roadmap")} – {content.Owner}";
        return new DocumentData(content.Stamp, title)
        {
            Language = content.Language,
            Catalogue = isFrench ? All : FieldTable.InEnglish(All),
        }
            .With("feuille.titre", title)
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
            .WithFreeText("objectifs", null)
            .With("comites", Rows(content.Committees, Committee))
            .With("roles", Rows(content.Roles, Role))
            .WithFreeText("gouvernance", null)
            .With("chantiers", Rows(content.Workstreams, item => Workstream(item, isFrench)))
            .With("reunions", Rows(content.Meetings, item => Meeting(item, content.Language)))
            .With("jalons", Rows(content.Milestones, Milestone))
            .With("bilan.date", new DateValue(content.YearlyReview, DateStyle.Words))
            .With("engagements", Rows(content.Commitments, Commitment))
            .With("signatures", Rows(content.Signatures, Signature));
    }

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

    private static DocumentRow Workstream(RoadmapWorkstream workstream, bool isFrench) =>
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
            .With(
                "statut",
                new ChoiceValue(
                    workstream.Status,
                    isFrench ? RoadmapContent.Statuses : RoadmapContent.EnglishStatuses
                )
            );

    private static DocumentRow Meeting(RoadmapMeeting meeting, string language) =>
        new DocumentRow(meeting.Key)
            .With("date", new DateValue(DateOnly.FromDateTime(meeting.Start), DateStyle.Weekday))
            .With("horaire", MeetingWords.TimeRange(meeting.Start, meeting.End, language))
            .With("reunion", MeetingWords.Title(meeting, language))
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
