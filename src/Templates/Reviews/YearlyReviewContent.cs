namespace Connector.Templates;

/// <summary>The yearly review: what the roadmap said, beside what became of it, to be filled in together.</summary>
public sealed record YearlyReviewContent
{
    /// <summary>« Suite » of an objective, in the order of the drop-down.</summary>
    public static IReadOnlyList<string> NextSteps { get; } =
    ["Atteint", "À poursuivre", "À revoir", "Abandonné"];

    public required DocumentStamp Stamp { get; init; }

    public required string Network { get; init; }

    public required string Territory { get; init; }

    /// <summary>The year under review.</summary>
    public required int Year { get; init; }

    /// <summary>Day of the review, when it is set.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Version of the roadmap under review.</summary>
    public string? Version { get; init; }

    public string? Coordination { get; init; }

    public int Organisations { get; init; }

    public int People { get; init; }

    public int Groups { get; init; }

    /// <summary>Meetings planned in the year.</summary>
    public int Meetings { get; init; }

    /// <summary>What was lived in the year, as minutes tell it; null while nobody looked back on it.</summary>
    public ReviewLife? Life { get; init; }

    public IReadOnlyList<ReviewObjective> Objectives { get; init; } = [];

    public IReadOnlyList<ReviewWorkstream> Workstreams { get; init; } = [];

    /// <summary>Milestones of the year.</summary>
    public IReadOnlyList<ReviewMilestone> Milestones { get; init; } = [];

    /// <summary>The same, by tag name, ready for <see cref="DocumentTemplate.Fill"/>.</summary>
    public DocumentData ToData() =>
        new DocumentData(Stamp, $"Bilan {Year} – {Network}") { Catalogue = Fields }
            .With("reseau.nom", Network)
            .With("territoire.nom", Territory)
            .With("bilan.annee", Year.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .With("bilan.date", new DateValue(Date, DateStyle.Words))
            .With("feuille.version", Version)
            .With("coordination", Coordination)
            .With("reseau.membres", new NumberValue(Organisations))
            .With("reseau.personnes", new NumberValue(People))
            .With("reseau.groupes", new NumberValue(Groups))
            .With("reseau.rencontres", new NumberValue(Meetings))
            .With("vie", new ConditionValue(Life is not null))
            .With("vie.rencontres", new NumberValue(Life?.Meetings))
            .With("vie.decisions", new NumberValue(Life?.Decisions))
            .With("vie.actions", new NumberValue(Life?.ActionsDone))
            .With("groupes", new RowsValue([.. (Life?.Groups ?? []).Select(ReviewLife.Row)]))
            .With("conviviaux", new RowsValue([.. (Life?.Convivial ?? []).Select(ReviewLife.Row)]))
            .With("presences", new RowsValue([.. (Life?.Presence ?? []).Select(ReviewLife.Row)]))
            .With("arrivees", new RowsValue([.. (Life?.Newcomers ?? []).Select(ReviewLife.Row)]))
            .WithFreeText("marquants", null)
            .With("objectifs", new RowsValue([.. Objectives.Select(Objective)]))
            .With("chantiers", new RowsValue([.. Workstreams.Select(Workstream)]))
            .With("jalons", new RowsValue([.. Milestones.Select(Milestone)]))
            .WithFreeText("membres", null)
            .WithFreeText("apprentissages", null)
            .WithFreeText("perspectives", null);

    internal static readonly IReadOnlyList<TemplateField> Fields = FieldTable.Read("bilan-annuel");

    private static DocumentRow Objective(ReviewObjective objective) =>
        new DocumentRow(objective.Key)
            .With("objectif", objective.Title)
            .With("indicateur", objective.Indicator)
            .With("resultat", objective.Result)
            .With("suite", new ChoiceValue(objective.NextStep, NextSteps));

    private static DocumentRow Workstream(ReviewWorkstream workstream) =>
        new DocumentRow(workstream.Key)
            .With("chantier", workstream.Title)
            .With("porteur", workstream.Lead)
            .With("realise", workstream.Done)
            .With("statut", new ChoiceValue(workstream.Status, RoadmapContent.Statuses));

    private static DocumentRow Milestone(ReviewMilestone milestone) =>
        new DocumentRow(milestone.Key)
            .With("date", new DateValue(milestone.Date))
            .With("jalon", milestone.Title)
            .With("tenu", new CheckValue(milestone.IsKept));
}

/// <param name="Result">How far it is; null to fill in.</param>
/// <param name="NextStep">One of <see cref="YearlyReviewContent.NextSteps"/>.</param>
public sealed record ReviewObjective(
    string Key,
    string Title,
    string? Indicator = null,
    string? Result = null,
    string? NextStep = null
);

/// <param name="Lead">Name of an organisation.</param>
/// <param name="Done">What was done; null to fill in.</param>
/// <param name="Status">One of <see cref="RoadmapContent.Statuses"/>.</param>
public sealed record ReviewWorkstream(
    string Key,
    string Title,
    string? Lead = null,
    string? Done = null,
    string? Status = null
);

public sealed record ReviewMilestone(string Key, DateOnly? Date, string Title, bool IsKept = false);
