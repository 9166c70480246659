namespace Connector.Templates;

/// <summary>What the letter that invites an actor into the network shows; what is not known is filled in by hand.</summary>
public sealed record InvitationContent
{
    public required DocumentStamp Stamp { get; init; }

    public required string Network { get; init; }

    public required string Territory { get; init; }

    /// <summary>« Raison d'être » of the network.</summary>
    public string? Purpose { get; init; }

    /// <summary>Null leaves it to fill in.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Name of the organisation that is invited.</summary>
    public string? Organisation { get; init; }

    public string? Person { get; init; }

    public string? Address { get; init; }

    /// <summary>When it was visited; null leaves the sentence about it out.</summary>
    public DateOnly? Visited { get; init; }

    /// <summary>What the network misses and this actor would bring, in the words of a list; null leaves the sentence out.</summary>
    public string? Brings { get; init; }

    /// <summary>How many organisations are in; null or zero leaves the sentence out.</summary>
    public int? Members { get; init; }

    public IReadOnlyList<LetterGroup> Groups { get; init; } = [];

    /// <summary>The next meeting that somebody who is invited may join, when known.</summary>
    public MinutesNextMeeting? Next { get; init; }

    /// <summary>The day until which an answer is hoped for.</summary>
    public DateOnly? AnswerBy { get; init; }

    /// <summary>Name of the coordinating organisation.</summary>
    public string? Coordination { get; init; }

    /// <summary>Who signs, one person a line.</summary>
    public string? Coordinators { get; init; }

    /// <summary>The same, by tag name, ready for <see cref="DocumentTemplate.Fill"/>.</summary>
    public DocumentData ToData() =>
        new DocumentData(Stamp, Organisation is null ? Subject : $"{Subject} – {Organisation}")
        {
            Catalogue = Fields,
        }
            .With("reseau.nom", Network)
            .With("reseau.raison", Purpose)
            .With("reseau.membres", new NumberValue(Members is > 0 ? Members : null))
            .With("territoire.nom", Territory)
            .With("lettre.date", new DateValue(Date, DateStyle.Words))
            .With("lettre.objet", Subject)
            .With("lettre.reponse", new DateValue(AnswerBy, DateStyle.Words))
            .With("acteur.organisation", Organisation)
            .With("acteur.personne", Person)
            .With("acteur.adresse", Address)
            .With("visite", new ConditionValue(Visited is not null))
            .With("visite.date", new DateValue(Visited, DateStyle.Words))
            .With("apport", Brings)
            .WithFreeText("mot", null)
            .With("groupes", new RowsValue([.. Groups.Select(Group)]))
            .With("prochaine", new ConditionValue(Next is not null))
            .With("prochaine.quand", Next is { } next ? FrenchWords.Meeting(next.Start, next.End) : null)
            .With("prochaine.titre", Next?.Title)
            .With("prochaine.lieu", Next?.Place)
            .With("coordination.organisation", Coordination)
            .With("coordination.personnes", Coordinators);

    internal static readonly IReadOnlyList<TemplateField> Fields = FieldTable.Read("lettre-d-invitation");

    private const string Subject = "Invitation à rejoindre le réseau";

    private static DocumentRow Group(LetterGroup group) =>
        new DocumentRow(group.Key)
            .With("groupe", group.Name)
            .With("mission", group.Purpose)
            .With("rythme", group.Rhythm);
}
