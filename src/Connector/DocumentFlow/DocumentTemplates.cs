using Connector.Domain.Workspaces;
using Connector.Templates;

namespace Connector.DocumentFlow;

/// <summary>Which template a document is filled from.</summary>
internal static class DocumentTemplates
{
    public static DocumentTemplate Of(DocumentSpec document) =>
        BuiltInTemplates.OfKind(
            KindOf(document.Kind)
                ?? throw new ArgumentOutOfRangeException(
                    nameof(document),
                    document.Kind,
                    "this kind of document is not filled from a template"
                )
        );

    /// <summary>What its templates may hold; null for documents that are made without one.</summary>
    public static TemplateKind? KindOf(DocumentKind kind) =>
        kind switch
        {
            DocumentKind.Roadmap => TemplateKinds.Roadmap,
            DocumentKind.Minutes => TemplateKinds.Minutes,
            DocumentKind.SubscriptionPoster => TemplateKinds.SubscriptionPoster,
            DocumentKind.Agenda => TemplateKinds.Agenda,
            DocumentKind.WelcomeLetter => TemplateKinds.WelcomeLetter,
            DocumentKind.InspirationSheet => TemplateKinds.Inspiration,
            DocumentKind.VisitReport => TemplateKinds.Visit,
            DocumentKind.YearlyReview => TemplateKinds.YearlyReview,
            _ => null,
        };
}
