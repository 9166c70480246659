using System.Net;
using System.Text.RegularExpressions;
using Connector.Connector.Tests.Service;
using Connector.Service;
using Connector.Web.Sessions;

namespace Connector.Tests.Console;

/// <summary>A service without a territory, an empty Nextcloud, and a browser that came in by the emergency link.</summary>
internal sealed class FirstRunPlace : IAsyncDisposable
{
    private FirstRunPlace(Workplace nextcloud, Terminal terminal, RunningService service, Uri address) =>
        (Nextcloud, Terminal, Service, Address, Browser) = (
            nextcloud,
            terminal,
            service,
            address,
            new ConsoleBrowser(address)
        );

    public Workplace Nextcloud { get; }

    public Terminal Terminal { get; }

    public RunningService Service { get; }

    public Uri Address { get; }

    public ConsoleBrowser Browser { get; }

    public static async Task<FirstRunPlace> OpenAsync()
    {
        var nextcloud = await Workplace.OpenAsync();
        var terminal = new Terminal();
        var address = new Uri($"http://127.0.0.1:{ConsolePlace.FreePort()}/");
        var service = await RunningService.StartAsync(
            terminal,
            $"""
            # Notre service, à garder
            écoute: {address.Authority} # sur cette machine
            territoires: []
            """
        );
        var place = new FirstRunPlace(nextcloud, terminal, service, address);
        await place.EnterAsync(place.Browser);
        return place;
    }

    /// <summary>By the emergency link.</summary>
    public async Task EnterAsync(ConsoleBrowser browser)
    {
        var database = new ServiceDatabase { Folder = Terminal.At(".connector") };
        var code = await EmergencyLinks.IssueAsync(database, TimeProvider.System, default);
        using var entered = await browser.PressAsync($"/secours?code={code}", "/secours");
        Assert.That(entered.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
    }

    /// <summary>Sends a page's form, with some fields said otherwise; a field that is said several times is several rows.</summary>
    public async Task<HttpResponseMessage> SendAsync(string page, params (string Name, string Words)[] said)
    {
        var form = await Browser.SourceAsync(page);
        var token = Regex.Match(form, "name=\"jeton\"[^>]*value=\"([^\"]+)\"").Groups[1].Value;
        Assert.That(token, Is.Not.Empty, form);
        return await Browser.PostAsync(
            page,
            [
                KeyValuePair.Create("jeton", WebUtility.HtmlDecode(token)),
                .. said.Select(field => KeyValuePair.Create(field.Name, field.Words)),
            ]
        );
    }

    public Task<HttpResponseMessage> SignInAsync() =>
        SendAsync(
            "/mise-en-route/nextcloud",
            ("adresse", Nextcloud.Server.BaseAddress.AbsoluteUri),
            ("compte", "admin"),
            ("motdepasse", Workplace.Password),
            ("faire", "mot-de-passe")
        );

    public static (string, string)[] Territory(params (string Name, string Words)[] otherwise) =>
        [
            .. new (string Name, string Words)[]
            {
                ("nom", "Vallée de l'Été : nord"),
                ("perimetre", "départemental"),
                ("fuseau", "Indian/Reunion"),
                ("feries", "la-réunion"),
                ("raison", "Que personne ne reste seul."),
                ("structure", "CCAS \"Les Lilas\" #1"),
                ("personne-prenom", "Inès"),
                ("personne-nom", "Le Goff"),
                ("personne-courriel", "ines@exemple.fr"),
                ("personne-compte", ""),
                ("comptes", "on"),
                ("faire", "continuer"),
            }
                .Where(field => otherwise.All(other => other.Name != field.Name))
                .Concat(otherwise),
        ];

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await Service.DisposeAsync();
        Terminal.Dispose();
        await Nextcloud.DisposeAsync();
    }
}
