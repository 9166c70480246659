using Connector.Domain.Workspaces;
using Connector.Templates;

namespace Connector.DocumentFlow;

/// <summary>What a template of each kind is filled with.</summary>
internal static class TemplateData
{
    public static DocumentData Of(
        ComposedTerritory territory,
        AreaSpec area,
        DocumentSpec document,
        IReadOnlyDictionary<string, Uri> addresses
    ) =>
        document.Kind switch
        {
            DocumentKind.Roadmap => RoadmapComposer.Compose(territory, area, document).ToData(),
            DocumentKind.Minutes => MinutesComposer.Compose(territory, area, document).ToData(),
            DocumentKind.Agenda => MinutesComposer.Compose(territory, area, document).ToAgenda(),
            DocumentKind.SubscriptionPoster => SubscriptionComposer
                .Compose(territory, document, addresses)
                .ToData(),
            DocumentKind.WelcomeLetter => Letter(territory, document).ToData(),
            DocumentKind.InvitationLetter => InvitationComposer.Blank(territory, document.Key).ToData(),
            DocumentKind.InspirationSheet => Inspiration(territory, document).ToData(),
            DocumentKind.VisitReport => VisitComposer.Compose(territory, document).ToData(),
            DocumentKind.YearlyReview => YearlyReviewComposer.Compose(territory, area, document).ToData(),
            _ => throw new ArgumentOutOfRangeException(
                nameof(document),
                document.Kind,
                "this kind of document is not filled from a template"
            ),
        };

    /// <summary>To whom and when is left to whoever copies it.</summary>
    private static WelcomeLetterContent Letter(ComposedTerritory context, DocumentSpec document) =>
        new()
        {
            Stamp = context.Stamp(document.Key, null),
            Network = context.Territory.Name,
            Territory = context.Territory.Name,
            Purpose = context.Territory.Purpose,
            Groups =
            [
                .. context.Territory.Groups.Select(group => new LetterGroup(
                    group.Id,
                    group.Name,
                    group.Purpose,
                    string.Join(" ; ", group.Meetings.Select(ComposedTerritory.RhythmOf))
                )),
            ],
            Coordination = context.OrganisationName(context.Territory.CoordinatingOrganisation),
            Coordinators = context.Coordinators,
        };

    private static InspirationContent Inspiration(ComposedTerritory context, DocumentSpec document) =>
        new()
        {
            Stamp = context.Stamp(document.Key, null),
            Network = context.Territory.Name,
            Territory = context.Territory.Name,
        };
}
