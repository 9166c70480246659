using static Connector.Templates.Tests.BuiltInTemplatesBuilder.Blocks;

namespace Connector.Templates.Tests.BuiltInTemplatesBuilder;

/// <summary>« Fiche d'inspiration »: what others did, told so that it can be taken up.</summary>
internal static class InspirationTemplate
{
    internal static byte[] Build() =>
        new TemplatePackage
        {
            Title = "Modèle de fiche d'inspiration",
            FooterText = "{{reseau.nom}} · {{territoire.nom}}",
            Body =
                Paragraph("Surtitre", "Fiche d'inspiration")
                + Paragraph("Title", "{{fiche.titre}}")
                + Paragraph("Subtitle", "Ce que d'autres ont fait, {{fiche.ou}}")
                + Facts(
                    ("Qui la porte", "{{fiche.porteur}}"),
                    ("Contact", "{{fiche.contact}}"),
                    ("Public", "{{fiche.public}}"),
                    ("Depuis", "{{fiche.depuis}}"),
                    ("Moyens", "{{fiche.moyens}}"),
                    ("En savoir plus", "{{fiche.lien}}"),
                    ("Échange avec qui la porte", "{{fiche.echange}}")
                )
                + Zone(
                    "À quel besoin elle répond",
                    "{{libre besoin}} Le point de départ : qui avait besoin de quoi, et comment on l'a su."
                )
                + Zone("Ce qui a été fait", "{{libre recit}} Le récit, pas à pas : qui, quand, où, avec qui.")
                + Zone("Ce qui a marché", "{{libre reussites}} Et pourquoi, d'après ceux qui l'ont fait.")
                + Zone(
                    "Ce qui a été difficile",
                    "{{libre difficultes}} Ce qu'ils feraient autrement aujourd'hui."
                )
                + Zone(
                    "Ce que nous en reprenons",
                    "{{libre reprise}} Ce que notre réseau peut essayer, avec qui, et le premier pas."
                )
                + $"<w:p><w:pPr><w:spacing w:before=\"360\"/></w:pPr>{Run("Fiche écrite par {{fiche.auteur}}, le {{fiche.date}}.")}</w:p>",
        }.ToBytes();

    private static string Zone(string title, string advice) => Heading(1, title) + Advice(advice);
}
