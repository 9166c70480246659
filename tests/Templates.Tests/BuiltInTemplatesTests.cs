using System.IO.Compression;
using System.Runtime.CompilerServices;
using Connector.Templates.Tests.BuiltInTemplatesBuilder;

namespace Connector.Templates.Tests;

/// <summary>The committed templates are what the builder makes, and what any word processor can open.</summary>
public sealed class BuiltInTemplatesTests
{
    /// <param name="Name">File name, which is also the name of the resource.</param>
    public sealed record BuiltIn(string Name, Func<ReadOnlyMemory<byte>> Committed, Func<byte[]> Build)
    {
        public override string ToString() => Name;
    }

    private static readonly BuiltIn[] All =
    [
        Of("feuille-de-route", RoadmapTemplate.Build),
        Of("compte-rendu", MinutesTemplate.Build),
        Of("ordre-du-jour", AgendaTemplate.Build),
        Of("abonnement", SubscriptionTemplate.Build),
        Of("lettre-de-bienvenue", WelcomeLetterTemplate.Build),
        Of("lettre-d-invitation", InvitationLetterTemplate.Build),
        Of("fiche-inspiration", InspirationTemplate.Build),
        Of("visite", VisitTemplate.Build),
        Of("bilan-annuel", YearlyReviewTemplate.Build),
        Of("roadmap", RoadmapTemplate.BuildInEnglish),
        Of("minutes", MinutesTemplate.BuildInEnglish),
        new(
            "Champs des modèles.docx",
            () => BuiltInTemplate.Read("Champs des modèles.docx"),
            FieldsTemplate.Build
        ),
    ];

    private static BuiltIn Of(string name, Func<byte[]> build)
    {
        var template = BuiltInTemplates.Find(name)!;
        return new BuiltIn(template.FileName, () => template.Docx, build);
    }

    [TestCaseSource(nameof(All))]
    public void Committed_file_is_what_the_builder_makes(BuiltIn template)
    {
        // Parts, not zip bytes: another zlib may pack the same parts otherwise.
        Assert.That(
            DocxEdit.Parts(template.Committed().ToArray()),
            Is.EqualTo(DocxEdit.Parts(template.Build())),
            "run Write_the_files to renew it"
        );
    }

    [TestCaseSource(nameof(All))]
    public void Template_passes_the_validator(BuiltIn template)
    {
        Assert.That(Docx.Errors(template.Committed().ToArray()), Is.Empty);
    }

    [TestCaseSource(nameof(All))]
    public void Template_shows_its_tags(BuiltIn template)
    {
        Assert.That(Docx.Text(template.Committed().ToArray()), Does.Contain("{{").And.Contain("}}"));
    }

    [Test]
    public void Every_field_of_the_catalogues_is_used_by_its_template()
    {
        string[] optional =
        [
            "reunion.quand",
            "invites/role",
            "invites/present",
            "invites/excuse",
            "invites/absent",
        ];
        Assert.Multiple(() =>
        {
            foreach (var template in BuiltInTemplates.All)
            {
                AssertUses(template.Docx, template.Kind.Fields, optional);
            }
        });
    }

    [Test, Explicit("writes the templates into src/Templates/BuiltIn after the builder changed")]
    public void Write_the_files()
    {
        var folder = Path.Combine(
            Path.GetDirectoryName(ThisFile())!,
            "..",
            "..",
            "src",
            "Templates",
            "BuiltIn"
        );
        foreach (var template in All)
        {
            File.WriteAllBytes(Path.Combine(folder, template.Name), template.Build());
        }
    }

    private static void AssertUses(
        ReadOnlyMemory<byte> docx,
        IReadOnlyList<TemplateField> fields,
        string[] optional
    )
    {
        var text = Docx.Text(docx.ToArray()) + Docx.FooterText(docx.ToArray());
        foreach (var field in fields.Where(field => !optional.Contains(field.Key)))
        {
            var name = field.Tag.Trim('{', '}');
            Assert.That(text, Does.Contain($"{{{{{name}}}}}").Or.Contain($"{{{{#{name}}}}}"), field.Key);
            Assert.That(field.Meaning, Is.Not.Empty, field.Key);
        }
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
