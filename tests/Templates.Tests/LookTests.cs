namespace Connector.Templates.Tests;

internal sealed class LookTests
{
    [Test]
    public void Dump()
    {
        var folder = Directory.CreateDirectory("/tmp/look").FullName;
        File.WriteAllBytes($"{folder}/roadmap.docx", BuiltInTemplates.Roadmap.Fill(Some.Roadmap().ToData()));
        File.WriteAllBytes($"{folder}/minutes.docx", BuiltInTemplates.Minutes.Fill(Some.Minutes().ToData()));
        File.WriteAllBytes(
            $"{folder}/poster.docx",
            BuiltInTemplates.SubscriptionPoster.Fill(Some.Poster().ToData())
        );
        foreach (var f in Directory.GetFiles(folder, "*.docx"))
            Assert.That(Docx.Errors(File.ReadAllBytes(f)), Is.Empty, f);
    }
}
