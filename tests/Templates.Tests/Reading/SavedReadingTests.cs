using System.Globalization;

namespace Connector.Templates.Tests.Reading;

/// <summary>
/// What was put in is what is read, after LibreOffice opened and saved the document three times over. CONNECTOR_EXAMPLES
/// says how many of each kind of document (2), CONNECTOR_SEED with which seed they begin (1).
/// </summary>
internal sealed class SavedReadingTests
{
    private static readonly int Examples = Number("CONNECTOR_EXAMPLES", 2);
    private static readonly int Seed = Number("CONNECTOR_SEED", 1);

    private static readonly (string Name, DocumentTemplate Template, DocumentData Data)[] Kinds =
    [
        ("roadmap", BuiltInTemplates.Roadmap, Some.Roadmap().ToData()),
        ("minutes", BuiltInTemplates.Minutes, Some.Minutes().ToData()),
        ("everything", DocumentTemplate.Load(EverythingTemplate.Docx), EverythingTemplate.Data),
        ("places", ShapeReadingTests.Places, ShapeReadingTests.PlacesData),
    ];

    [Test]
    public void Random_data_come_back_from_documents_that_nobody_touched()
    {
        foreach (var (name, template, data) in Documents(Examples * 10))
        {
            Hold(name, template.Fill(data), template, data);
        }
    }

    [Test]
    public void Random_data_come_back_from_documents_that_LibreOffice_saved_three_times()
    {
        var documents = Documents(Examples).ToList();
        var saved = LibreOffice.SavedThreeTimes([.. documents.Select(one => one.Template.Fill(one.Data))]);
        Assert.Multiple(() =>
        {
            foreach (var ((name, template, data), docx) in documents.Zip(saved))
            {
                Hold(name, docx, template, data);
            }
        });
    }

    private static void Hold(string name, byte[] docx, DocumentTemplate template, DocumentData data)
    {
        var read = DocumentReader.Read(docx, template, data);
        Assert.That(ReadBack.Differences(read, data), Is.Empty, $"{name}\n{ReadBack.Tell(read)}");
    }

    private static IEnumerable<(string Name, DocumentTemplate Template, DocumentData Data)> Documents(
        int each
    )
    {
        for (var seed = Seed; seed < Seed + each; seed++)
        {
            foreach (var (name, template, data) in Kinds)
            {
                yield return ($"{name}, seed {seed}", template, new SomeWords(new Random(seed)).Vary(data));
            }
        }
    }

    private static int Number(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number)
            ? number
            : otherwise;
}
