using System.Runtime.CompilerServices;
using Connector.Domain.Workspaces;
using Connector.Templates;

namespace Connector.DocumentFlow;

/// <summary>Which template a document is filled from, and read back with: the territory's own, else the built-in one.</summary>
internal static class DocumentTemplates
{
    private static readonly ConditionalWeakTable<TemplateFile, DocumentTemplate> Own = new();

    public static DocumentTemplate Of(DocumentSpec document) =>
        document.Template is { } file
            ? Own.GetValue(file, static given => DocumentTemplate.Load(given.Docx))
            : BuiltIn(document);

    private static DocumentTemplate BuiltIn(DocumentSpec document) =>
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
            DocumentKind.InvitationLetter => TemplateKinds.InvitationLetter,
            DocumentKind.InspirationSheet => TemplateKinds.Inspiration,
            DocumentKind.VisitReport => TemplateKinds.Visit,
            DocumentKind.YearlyReview => TemplateKinds.YearlyReview,
            _ => null,
        };
}
