namespace Connector.Contract.Tests.Files;

/// <summary>The folder of an upload in pieces (<c>/remote.php/dav/uploads/{uid}/{transfer}</c>), by which runs take turns.</summary>
[TestFixtureSource(typeof(Target), nameof(Target.All))]
public sealed class UploadContracts(Target target) : Contracts(target)
{
    /// <summary>405 to who comes later; the real one answers 403 to some that come in the same instant.</summary>
    [Test]
    public async Task Of_many_who_make_one_together_a_single_one_is_told_so([Range(1, 10)] int _)
    {
        var path = $"remote.php/dav/uploads/{Server.Admin}/{Server.Unique("u")}";

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Server.Send("MKCOL", path)));

        Assert.That(answers.Count(answer => answer.Status == 201), Is.EqualTo(1));
        Assert.That(answers.Select(answer => answer.Status), Is.All.AnyOf(201, 403, 405));
        Assert.That((await Server.Send("MKCOL", path)).Status, Is.EqualTo(405));
        Assert.That((await Server.Send("DELETE", path)).Status, Is.EqualTo(204));
    }
}
