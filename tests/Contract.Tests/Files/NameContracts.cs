namespace Connector.Contract.Tests.Files;

/// <summary>Which names files may have, and that they come back as they went.</summary>
[TestFixtureSource(typeof(Target), nameof(Target.All))]
public sealed class NameContracts(Target target) : InAFolder(target)
{
    [TestCase("Réunion d'équipe à l'été.docx")]
    [TestCase("100 % gagné.txt")]
    [TestCase("n° 1 #suite & fin+plus.txt")]
    [TestCase("🎉 fête.txt")]
    [TestCase("a;b,c=d@e!.txt")]
    [TestCase("demain ? oui")]
    [TestCase("« guillemets » \"droits\"")]
    [TestCase("<a> | * : b")]
    public async Task A_name_comes_back_as_it_went(string name)
    {
        Assert.That((await Server.Send("PUT", Path(name), "x")).Status, Is.EqualTo(201));
        Assert.That(
            (await Find("", "1")).Hrefs.Skip(1).Select(href => href.Split('/')[^1]),
            Is.EqualTo(new[] { name })
        );
        Assert.That((await Server.Send("GET", Path(name))).Body, Is.EqualTo("x"));
    }

    [TestCase("e\u0301te\u0301.txt", "été.txt")]
    public async Task Decomposed_letters_are_stored_composed(string sent, string kept)
    {
        Assert.That((await Server.Send("PUT", Path(sent), "x")).Status, Is.EqualTo(201));
        Assert.That(
            (await Find("", "1")).Hrefs.Skip(1).Select(href => href.Split('/')[^1]),
            Is.EqualTo(new[] { kept })
        );
    }

    [TestCase("a\\b", 400)]
    [TestCase("a\tb", 400)]
    [TestCase(".htaccess", 403)]
    public async Task A_forbidden_name_is_refused_for_files_and_folders(string name, int status)
    {
        Assert.That((await Server.Send("PUT", Path(name), "x")).Status, Is.EqualTo(status));
        Assert.That((await Mkcol(name)).Status, Is.EqualTo(status));
        Assert.That((await Find("", "1")).Hrefs, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_name_of_more_than_250_bytes_is_400() =>
        Assert.That((await Mkcol(new string('a', 251))).Status, Is.EqualTo(400));
}
