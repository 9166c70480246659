using System.IO.Compression;
using System.Xml.Linq;
using Connector.DocumentFlow;
using Connector.Templates;
using Connector.Tests.Provisioning;

namespace Connector.Tests.Roadmaps;

/// <summary>What people add by hand is told apart by the template alone: the one that the document was filled from.</summary>
public sealed class OwnTemplateReadingTests
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static readonly RoadmapContent Content = new()
    {
        Stamp = new DocumentStamp
        {
            Id = "area:reseau/Feuille de route.docx",
            Modified = DateTimeOffset.UnixEpoch,
            Author = "CCAS",
        },
        Owner = "Réseau",
        Territory = "Vallon",
        Version = "1",
        Objectives = [new("o1", "Ouvrir un lieu", "Lieux ouverts")],
    };

    [Test]
    public void A_row_added_by_hand_is_read_in_the_columns_of_the_networks_own_template()
    {
        var own = EditedDocx.Of(
            BuiltInTemplates.Find("feuille-de-route")!.Docx.ToArray(),
            body =>
            {
                var row = Row(body, "{{objectif}}");
                var first = row.Elements(W + "tc").First();
                first.Remove();
                row.Elements(W + "tc").First().AddAfterSelf(first);
            }
        );
        var template = DocumentTemplate.Load(own);
        var written = RoadmapReading.Read(
            EditedDocx.Of(
                template.Fill(Content.ToData()),
                body =>
                    Row(body, "Ouvrir un lieu").AddAfterSelf(Plain("Personnes aidées", "Aider chacun", "200"))
            ),
            template,
            Content
        );

        Assert.That(
            written.Objectives.Select(objective => (objective.Title, objective.Indicator)),
            Is.EqualTo(new[] { ("Ouvrir un lieu", "Lieux ouverts"), ("Aider chacun", "Personnes aidées") })
        );
    }

    private static XElement Row(XElement body, string words) =>
        body.Descendants(W + "tr").Last(row => row.Value.Contains(words, StringComparison.Ordinal));

    /// <summary>As a person adds a row: plain cells, without any field.</summary>
    private static XElement Plain(params string[] cells) =>
        new(
            W + "tr",
            cells.Select(words => new XElement(
                W + "tc",
                new XElement(W + "p", new XElement(W + "r", new XElement(W + "t", words)))
            ))
        );
}
