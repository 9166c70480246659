using System.Text;
using Connector.Connector.Tests.Cli;
using Connector.Conversion;
using Connector.Domain.Workspaces;
using Connector.Nextcloud.Dav;

namespace Connector.Tests.Provisioning;

/// <summary>The folder « S'abonner à l'agenda » of the built-in blueprint.</summary>
public sealed class PosterTrials
{
    private const string Folder = "Réseau/S'abonner à l'agenda";

    private Workplace _place = null!;
    private Terminal _terminal = null!;
    private Hands _admin = null!;

    [SetUp]
    public async Task Start()
    {
        _place = await Workplace.OpenAsync();
        _admin = _place.Administrator();
        _terminal = Terminal.At(_place);
        await Apply();
    }

    [TearDown]
    public async Task Stop()
    {
        _admin.Dispose();
        _terminal.Dispose();
        await _place.DisposeAsync();
    }

    [Test]
    public async Task Each_calendar_has_a_poster_and_its_code_and_a_second_run_makes_nothing()
    {
        var calendars = (await _place.Client.Calendars.ListCalendars(default))
            .Where(calendar => calendar.FeedUrl is not null)
            .ToList();
        var before = await Files();
        foreach (var calendar in calendars)
        {
            var name = FileName.Safe(calendar.DisplayName);
            Assert.That(before.Keys, Has.Member($"{Folder}/{name}.docx"));
            Assert.That(before.Keys, Has.Member($"{Folder}/{name} – QR code.png"));
            Assert.That(before.Keys, Has.Member($"{Folder}/{name} – QR code.svg"));
            var svg = Encoding.UTF8.GetString(await _place.ReadAsync($"{Folder}/{name} – QR code.svg"));
            Assert.That(svg, Does.StartWith("<svg").And.Contain("<title>QR code"));
        }

        Assert.That(
            before.Keys.Count(path => path.EndsWith(".docx", StringComparison.Ordinal)),
            Is.EqualTo(calendars.Count)
        );
        await Apply(again: true);
        Assert.That(await Files(), Is.EqualTo(before));
    }

    [Test]
    public async Task A_poster_that_somebody_changed_is_kept_and_one_that_somebody_deleted_stays_away()
    {
        var paths = (await Files())
            .Keys.Where(path => path.EndsWith(".svg", StringComparison.Ordinal))
            .ToList();
        await _admin.Write(paths[0], "<svg/>");
        await _admin.Delete(paths[1]);
        await Apply();
        await Apply();
        Assert.That(await _admin.Read(paths[0]), Is.EqualTo("<svg/>"));
        Assert.That((await Files()).Keys, Has.None.EqualTo(paths[1]));
    }

    [Test]
    public async Task Each_poster_has_a_pdf_that_is_made_once_and_never_onto_a_persons()
    {
        var path = Environment.GetEnvironmentVariable("PATH");
        if (LibreOffice.Find(name => name == "PATH" ? path : null) is null)
        {
            Assert.Ignore("LibreOffice (soffice) is not installed on this machine: no PDF is made.");
        }

        var posters = (await Files())
            .Keys.Where(file => file.EndsWith(".docx", StringComparison.Ordinal))
            .ToList();
        var theirs = Path.ChangeExtension(posters[0], ".pdf");
        await _admin.Write(theirs, "le mien");
        _terminal.Environment["PATH"] = path!;
        await Apply();
        var made = await Files();
        Assert.That(await _admin.Read(theirs), Is.EqualTo("le mien"));
        foreach (var poster in posters.Skip(1))
        {
            var pdf = await _place.ReadAsync(Path.ChangeExtension(poster, ".pdf"));
            Assert.That(Encoding.ASCII.GetString(pdf, 0, 5), Is.EqualTo("%PDF-"));
        }

        await Apply(again: true);
        await _admin.Delete(Path.ChangeExtension(posters[1], ".pdf"));
        await Apply();
        made.Remove(Path.ChangeExtension(posters[1], ".pdf"));
        Assert.That(await Files(), Is.EqualTo(made));
    }

    private async Task<Dictionary<string, string>> Files()
    {
        var found = await _place.Client.Files.Propfind(Folder, DavDepth.Infinity, default);
        return found
            .Resources.Where(file => !file.IsFolder)
            .ToDictionary(file => file.Path, file => file.ETag!);
    }

    private async Task Apply(bool again = false)
    {
        var said = await _terminal.RunAsync("apply", _terminal.Territory);
        Assert.That(said.Code, Is.Zero, said.All);
        if (again)
        {
            Assert.That(said.Out, Does.Contain("Rien à faire"), said.All);
        }
    }
}
