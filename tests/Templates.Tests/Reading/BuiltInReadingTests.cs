namespace Connector.Templates.Tests.Reading;

public sealed class BuiltInReadingTests
{
    [Test]
    public void Filled_roadmap_says_what_was_put_in()
    {
        var data = Some.Roadmap().ToData();
        Compare(
            DocumentReader.Read(BuiltInTemplates.Roadmap.Fill(data), BuiltInTemplates.Roadmap, data),
            data
        );
    }

    [Test]
    public void Filled_minutes_say_what_was_put_in()
    {
        var data = Some.Minutes().ToData();
        Compare(
            DocumentReader.Read(BuiltInTemplates.Minutes.Fill(data), BuiltInTemplates.Minutes, data),
            data
        );
    }

    [Test]
    public void Roadmap_that_LibreOffice_saved_three_times_says_what_was_put_in()
    {
        var data = Some.Roadmap().ToData();
        var saved = LibreOffice.SavedThreeTimes(BuiltInTemplates.Roadmap.Fill(data));
        Compare(DocumentReader.Read(saved, BuiltInTemplates.Roadmap, data), data);
    }

    [Test]
    public void Roadmap_without_any_row_is_read_too()
    {
        var data = new RoadmapContent
        {
            Stamp = Some.Stamp,
            Owner = "Groupe",
            Territory = "Ormeau",
            Version = "1",
            Date = new DateOnly(2026, 12, 1),
        }.ToData();
        var read = DocumentReader.Read(BuiltInTemplates.Roadmap.Fill(data), BuiltInTemplates.Roadmap, data);
        Assert.Multiple(() =>
        {
            Assert.That(read.Rows, Is.Empty);
            Assert.That(read.MissingRows, Is.Empty);
            Assert.That(
                read.Values.Where(value => value.Key.StartsWith("libre ", StringComparison.Ordinal)),
                Is.Not.Empty.And.All.Property("Text").Empty
            );
        });
    }

    /// <summary>Everything that was read is what was put in, every row is there, and none is taken for another.</summary>
    private static void Compare(ReadDocument read, DocumentData data)
    {
        TestContext.Out.WriteLine(ReadBack.Tell(read));
        Assert.Multiple(() =>
        {
            Assert.That(read.Rows, Is.Not.Empty);
            Assert.That(read.Values.Select(value => value.Key), Is.Unique);
            Assert.That(ReadBack.Differences(read, data), Is.Empty);
        });
    }
}
