using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Connector.Connector.Tests.Service;
using Connector.Jobs;
using Connector.Web.Console.Pages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Console;

/// <summary>
/// Every route of the console, asked by everybody: nobody gets what is not theirs, whatever they type; no deed is done for a
/// page of another site; a route that is added must be put into the table.
/// </summary>
public sealed partial class ConsoleRightsTrials
{
    private const string Member = "member";
    private const string Lead = "lead";
    private const string Manager = "manager";
    private const string Large = "more than is taken";

    private static IEnumerable<string> Deeds =>
        Table.Keys.Where(route => route.StartsWith("POST", StringComparison.Ordinal));

    private static readonly string[] Ranks = [Member, Lead, Manager];

    /// <summary>Each with how far their rights go.</summary>
    private static readonly (string User, string[] Groups, string Rank)[] People =
    [
        ("simple", ["reseau"], Member),
        ("anime", ["reseau", "jeunes-animation"], Lead),
        ("coordo", ["reseau", "coordination"], Manager),
        ("chef", ["admin"], Manager),
    ];

    private readonly Dictionary<string, ConsoleBrowser> _browsers = [];
    private ConsolePlace _place = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _place = await ConsolePlace.OpenAsync();
        foreach (var (user, groups, _) in People)
        {
            await _place.AddAsync(user, groups);
        }

        await _place.Service.RunAsync();
        foreach (var (user, _, _) in People)
        {
            _browsers[user] = new ConsoleBrowser(_place.Address);
            await _browsers[user].SignInAsync(_place, user);
        }
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        foreach (var browser in _browsers.Values)
        {
            browser.Dispose();
        }

        await _place.DisposeAsync();
    }

    [Test]
    public void The_table_has_every_route() => Assert.That(Routes(), Is.EquivalentTo(Table.Keys));

    [Test]
    public async Task Who_is_not_signed_in_is_asked_to_and_nothing_else()
    {
        using var stranger = new ConsoleBrowser(_place.Address);
        var token = await TokenOf(stranger, "/connexion");
        foreach (var route in Table.Keys)
        {
            using var answer = await AskAsync(stranger, route, token);
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect), route);
            Assert.That(answer.Headers.Location!.OriginalString, Does.Contain("/connexion?retour="), route);
        }
    }

    [Test]
    public async Task Everybody_gets_what_is_theirs_and_a_refusal_for_the_rest()
    {
        foreach (var (user, _, rank) in People)
        {
            var token = await TokenOf(_browsers[user], "/t/vallon");
            foreach (var (route, least) in Table)
            {
                var may = Array.IndexOf(Ranks, rank) >= Array.IndexOf(Ranks, least);
                // It would set everything up once more, beside the others.
                if (may && route == "POST /plan")
                {
                    continue;
                }

                using var answer = await AskAsync(_browsers[user], route, token);
                Assert.That(
                    answer.StatusCode == HttpStatusCode.Forbidden,
                    Is.EqualTo(!may),
                    $"{user}: {route} → {answer.StatusCode}"
                );
                Assert.That(
                    (int)answer.StatusCode,
                    Is.LessThan(500).And.Not.EqualTo(429),
                    $"{user}: {route}"
                );
            }
        }
    }

    [Test]
    public async Task No_deed_is_done_without_the_token_of_ones_own_page()
    {
        var others = await TokenOf(_browsers["anime"], "/t/vallon");
        foreach (var route in Deeds)
        {
            foreach (var token in new[] { null, "faux", others })
            {
                using var answer = await AskAsync(_browsers["chef"], route, token);
                Assert.That(
                    answer.StatusCode,
                    Is.EqualTo(HttpStatusCode.BadRequest),
                    $"{route} with « {token} »"
                );
            }
        }
    }

    [Test]
    public async Task Bodies_that_no_page_sends_are_refused_without_a_fault()
    {
        var token = await TokenOf(_browsers["coordo"], "/t/vallon");
        foreach (var route in Deeds)
        {
            foreach (var (content, what) in Bodies(route, token))
            {
                using var body = content;
                var (status, page) = await SendAsync(route, body);
                var expected =
                    what == Large ? HttpStatusCode.RequestEntityTooLarge : HttpStatusCode.BadRequest;
                Assert.That(status, Is.EqualTo(expected), $"{route} with {what}");
                Assert.That(page, Does.Contain("<h1>").And.Not.Contain("Exception"), $"{route} with {what}");
            }
        }
    }

    /// <summary>Asks first whether the body may come (RFC 9110, 10.1.1): else the line is cut while it is still being sent.</summary>
    private async Task<(HttpStatusCode Status, string Page)> SendAsync(string route, HttpContent body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Address(route), UriKind.Relative))
        {
            Content = body,
        };
        request.Headers.ExpectContinue = true;
        using var answer = await _browsers["coordo"].SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static IEnumerable<(HttpContent Content, string What)> Bodies(string route, string token)
    {
        var takesFiles = route is "POST /annuaire/import" or "POST /reglages/modeles";
        var large = new string('x', takesFiles ? 6 * 1024 * 1024 : 80 * 1024);
        yield return (new StringContent("{\"jeton\":1}", null, "application/json"), "JSON");
        yield return (new StringContent("--", null, "multipart/form-data"), "a form without a boundary");
        var cut = new StringContent("--b\r\nContent-Disposition: form-data; name=\"jeton\"\r\n\r\nx");
        cut.Headers.Remove("Content-Type");
        cut.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=b");
        yield return (cut, "a form that ends in the middle");
        yield return (
            new FormUrlEncodedContent(
                Enumerable
                    .Range(0, 3000)
                    .Select(n => KeyValuePair.Create($"f{n}", "x"))
                    .Prepend(new("jeton", token))
            ),
            "thousands of fields"
        );
        yield return (new FormUrlEncodedContent([new("jeton", token), new("nom", large)]), Large);
    }

    private IEnumerable<string> Routes() =>
        _place
            .Service.Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint =>
                endpoint.RoutePattern.RawText!.StartsWith("/t/{territory}", StringComparison.Ordinal)
            )
            .Select(endpoint =>
                $"{endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Routing.IHttpMethodMetadata>()!.HttpMethods[0]} {endpoint.RoutePattern.RawText!["/t/{territory}".Length..]}"
            );

    /// <summary>All of them come from one address, which may ask so much in a minute and then waits.</summary>
    private static async Task<HttpResponseMessage> AskAsync(
        ConsoleBrowser browser,
        string route,
        string? token
    )
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            var answer = await AskOnceAsync(browser, route, token);
            if (
                answer.StatusCode != HttpStatusCode.TooManyRequests
                || Stopwatch.GetElapsedTime(started) > TimeSpan.FromSeconds(90)
            )
            {
                return answer;
            }

            answer.Dispose();
            await Task.Delay(TimeSpan.FromSeconds(2));
        }
    }

    private static Task<HttpResponseMessage> AskOnceAsync(
        ConsoleBrowser browser,
        string route,
        string? token
    ) =>
        route.StartsWith("GET", StringComparison.Ordinal) ? browser.GetAsync(Address(route))
        : token is null ? browser.PostAsync(Address(route))
        : browser.PostAsync(Address(route), KeyValuePair.Create("jeton", token));

    /// <summary>Of things that are not there: who may is told so, and nothing is changed.</summary>
    private static string Address(string route) =>
        "/t/vallon"
        + Regex.Replace(
            route[(route.IndexOf(' ', StringComparison.Ordinal) + 1)..],
            "\\{(\\w+)(:\\w+)?\\}",
            part => part.Groups[1].Value is "job" ? "999" : "rien"
        );

    private static async Task<string> TokenOf(ConsoleBrowser browser, string page)
    {
        for (var attempt = 0; ; attempt++)
        {
            var token = Regex.Match(await browser.SourceAsync(page), "name=\"jeton\" value=\"([^\"]+)\"");
            if (token.Success || attempt == 45)
            {
                Assert.That(token.Success, $"{page} has no form");
                return token.Groups[1].Value;
            }

            await Task.Delay(TimeSpan.FromSeconds(2));
        }
    }
}
