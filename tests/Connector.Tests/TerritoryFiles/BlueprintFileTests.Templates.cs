using System.Text;
using Connector.Domain;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Templates;
using Connector.TerritoryFiles.Blueprints;

namespace Connector.Tests.TerritoryFiles;

internal sealed partial class BlueprintFileTests
{
    [Test]
    public void A_template_is_read_from_beside_and_written_back()
    {
        var docx = BuiltInTemplates.Find("visite")!.Docx.ToArray();
        _folder.Write("notre visite.docx", docx);
        var read = Load(
            "nom: m\nversion: 1\ngroupe:\n  nom: G\n  documents:\n    - { nom: V.docx, genre: visite, gabarit: notre visite.docx }\n"
        );

        var template = Group(read).Documents.Single().Template!;
        Assert.That(template.Name, Is.EqualTo("notre visite.docx"));
        Assert.That(template.Docx.ToArray(), Is.EqualTo(docx));
        Assert.That(
            Group(Load(BlueprintWriter.Write(read, []))).Documents,
            Is.EqualTo(Group(read).Documents)
                .Using<DocumentBlueprint>(
                    (a, b) => (a.Name, a.Kind, a.Template) == (b.Name, b.Kind, b.Template)
                )
        );
    }

    [Test]
    public void A_template_of_another_kind_is_told_in_its_own_file()
    {
        _folder.Write("a.docx", BuiltInTemplates.Find("visite")!.Docx.ToArray());
        var problems = Problems(
            "nom: m\nversion: 1\ngroupe: { nom: G, documents: [{ nom: A.docx, genre: bilan-annuel, gabarit: a.docx }] }\n"
        );
        Assert.That(problems.Select(problem => problem.Code), Does.Contain("unknown-tag"));
        Assert.That(problems.Select(problem => problem.Place?.File), Is.All.EqualTo(_folder.At("a.docx")));
    }
}
