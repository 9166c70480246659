using System.Text.Json;
using Connector.Connector.Tests.Cli;
using Connector.Nextcloud;
using Connector.Tests.Provisioning;
using Microsoft.Extensions.Time.Testing;

namespace Connector.Tests.Calendars;

/// <summary>A network of two groups with the same people on a server, as typed, on 20 November 2026.</summary>
internal sealed class CalendarPlace : IAsyncDisposable
{
    private readonly NextcloudAccount _account;

    private CalendarPlace(NextcloudAccount account, string prefix)
    {
        (_account, Prefix) = (account, prefix);
        Terminal = new Terminal
        {
            Time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero)),
        };
        Terminal.Environment["CONNECTOR_URL"] = account.BaseUrl.AbsoluteUri;
        Terminal.Environment["CONNECTOR_USER"] = account.UserName;
        Terminal.Environment["CONNECTOR_PASSWORD"] = account.AppPassword;
        if (account.RealPassword is { } real)
        {
            Terminal.Environment["CONNECTOR_ADMIN_PASSWORD"] = real;
        }

        Person = new Hands(account.BaseUrl, account.UserName, account.AppPassword);
    }

    /// <summary>Of all identifiers: a server that is used twice has two networks.</summary>
    public string Prefix { get; }

    public Terminal Terminal { get; }

    /// <summary>Whoever opens the calendar in the browser.</summary>
    public Hands Person { get; }

    public string Committee => $"{Prefix}-comite";

    public string Calendar => $"connector-{Committee}";

    /// <summary>The committee's monthly meetings: first Thursdays, 14:00 to 16:00.</summary>
    public string Object => $"connector-{Committee}-mensuelle.ics";

    public static async Task<CalendarPlace> OpenAsync(Workbench bench, string top = "", string series = "")
    {
        var place = new CalendarPlace(await bench.Account(), $"c{Guid.NewGuid().ToString("N")[..8]}");
        await place.WriteAsync(top, series);
        var apply = await place.Terminal.RunAsync("apply", place.Terminal.Territory);
        Assert.That(apply.Code, Is.Zero, apply.All);
        return place;
    }

    public Task WriteAsync(string top = "", string series = "") =>
        File.WriteAllTextAsync(
            Terminal.Territory,
            $"""
            nom: Essai {Prefix}
            périmètre: groupement de communes
            raison d'être: Essayer.
            coordination: ccas
            coordinateurs: [{_account.UserName}]
            {top}
            organisations:
              - id: ccas
                nom: CCAS
            personnes:
              - id: {_account.UserName}
                prénom: Ada
                nom: Essai
                organisation: ccas
            comités:
              - id: {Committee}
                nom: Comité {Prefix}
                animation: {_account.UserName}
                rencontres:
                  - id: mensuelle
                    titre: Comité mensuel
                    règle: premier jeudi du mois de 14 h à 16 h
                    début: 2026-09-01
                    lieu: Mairie
                    {series}
            groupes-de-travail:
              - id: {Prefix}-jeunes
                nom: Jeunes {Prefix}
                animation: {_account.UserName}
                rencontres:
                  - id: gouter
                    titre: Goûter
                    genre: convivial
                    règle: le 10 de chaque mois de 15 h à 17 h
                    début: 2026-09-01
            """
        );

    /// <summary>A verb about calendars.</summary>
    public Task<Said> RunAsync(params string[] args) =>
        Terminal.RunAsync(["calendar", .. args, "-f", Terminal.Territory]);

    public async Task<JsonElement> JsonAsync(params string[] args) =>
        JsonDocument.Parse((await RunAsync([.. args, "--json"])).Out).RootElement;

    /// <summary>Applies, and plans to see that nothing is left to do.</summary>
    public async Task<Said> ApplyAsync()
    {
        var apply = await Terminal.RunAsync("apply", Terminal.Territory);
        Assert.That(apply.Code, Is.Zero, apply.All);
        var plan = await Terminal.RunAsync("plan", Terminal.Territory);
        Assert.That(plan.Code, Is.Zero, plan.All);
        return apply;
    }

    public Task<string> TextAsync() => Person.ReadEvent(Calendar, Object);

    /// <summary>Everything in the committee's calendar, by name.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ObjectsAsync()
    {
        await using var client = new NextcloudClientFactory(TimeProvider.System).Create(_account);
        var names = (await client.Calendars.ListObjects(Calendar, default))!
            .Select(item => item.Name)
            .ToList();
        return (await client.Calendars.GetObjects(Calendar, names, default)).ToDictionary(
            item => item.Name,
            item => item.Ics!,
            StringComparer.Ordinal
        );
    }

    /// <summary>An account holds thirty calendars: a real server would soon be full.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await Person.DeleteEvent(Calendar, "");
            await Person.DeleteEvent($"connector-{Prefix}-jeunes", "");
        }
        finally
        {
            Person.Dispose();
            Terminal.Dispose();
        }
    }
}
