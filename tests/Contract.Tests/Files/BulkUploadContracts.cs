using System.Security.Cryptography;
using System.Text;

namespace Connector.Contract.Tests.Files;

/// <summary>Many small files in one request (<c>POST /remote.php/dav/bulk</c>).</summary>
[TestFixtureSource(typeof(Target), nameof(Target.All))]
public sealed class BulkUploadContracts(Target target) : InAFolder(target)
{
    [Test]
    public async Task Every_file_has_its_own_result()
    {
        var answer = await Bulk(("a.txt", "un"), ("été.txt", "deux"));
        Assert.That(answer.Status, Is.EqualTo(200));
        var result = answer.Json.GetProperty($"/{Folder}/a.txt");
        Assert.That(result.GetProperty("error").GetBoolean(), Is.False);
        Assert.That(result.GetProperty("etag").GetString()!.Trim('"'), Is.EqualTo((await Get("a.txt")).ETag));
        Assert.That(
            result.GetProperty("fileid").GetString(),
            Does.StartWith((await FileId("a.txt")).PadLeft(8, '0'))
        );
        Assert.That((await Get("été.txt")).Body, Is.EqualTo("deux"));
    }

    [Test]
    public async Task A_missing_parent_fails_alone_in_an_answer_of_200()
    {
        var answer = await Bulk(("a.txt", "un"), ("absent/b.txt", "deux"), ("c.txt", "trois"));
        Assert.That(answer.Status, Is.EqualTo(200));
        Assert.That(
            answer.Json.GetProperty($"/{Folder}/absent/b.txt").GetProperty("error").GetBoolean(),
            Is.True
        );
        Assert.That((await Get("c.txt")).Body, Is.EqualTo("trois"));
    }

    [Test]
    public async Task The_told_date_is_kept()
    {
        await Bulk(("a.txt", "un"));
        Assert.That(
            (await Get("a.txt")).Headers["Last-Modified"],
            Is.EqualTo("Tue, 14 Nov 2023 22:13:20 GMT")
        );
    }

    [Test]
    public async Task A_wrong_checksum_is_400_and_writes_nothing()
    {
        var answer = await Send(Part("a.txt", "un", new string('0', 32)));
        Assert.That(answer.Status, Is.EqualTo(400));
        Assert.That((await Get("a.txt")).Status, Is.EqualTo(404));
    }

    [Test]
    public async Task Nobody_is_401()
    {
        var answer = await Server.SendAs(
            null,
            "POST",
            "remote.php/dav/bulk",
            "--b--\r\n",
            ("Content-Type", "multipart/related; boundary=b")
        );
        Assert.That(answer.Status, Is.EqualTo(401));
    }

    private Task<Answer> Bulk(params (string Name, string Text)[] files) =>
        Send(string.Concat(files.Select(file => Part(file.Name, file.Text))));

    private Task<Answer> Send(string parts) =>
        Server.Send(
            "POST",
            "remote.php/dav/bulk",
            $"{parts}--b--\r\n",
            ("Content-Type", "multipart/related; boundary=b")
        );

    private string Part(string name, string text, string? md5 = null) =>
        $"--b\r\nContent-Length: {Encoding.UTF8.GetByteCount(text)}\r\nX-File-Path: /{Folder}/{name}\r\n"
        + $"X-File-MD5: {md5 ?? Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text)))}\r\nX-File-Mtime: 1700000000\r\n\r\n{text}\r\n";
}
