using System.CommandLine;
using System.Globalization;
using Connector.Reports;
using Connector.Service;
using Connector.Web.Api;
using Connector.Web.Api.Tokens;
using Spectre.Console;
using Text = Connector.Domain.Text;

namespace Connector.Cli;

/// <summary><c>connector token create|list|revoke</c>: who may use the API.</summary>
internal static class TokenVerb
{
    public static Command Build(Doorway door, CommonOptions common)
    {
        var verb = new Command("token") { Create(door), List(door, common), Revoke(door) };
        verb.SetAction(result => new ManualHelp(door).Show(result.CommandResult.Command));
        return verb;
    }

    private static Command Create(Doorway door)
    {
        var (name, config) = (Name(door), ConfigVerb.Option(door));
        var scope = new Option<string[]>("--scope", "-s")
        {
            Description = new Text(
                "Ce qu'il permet : read, directory, jobs ou audit ; autant de fois qu'il faut.",
                "What it is for: read, directory, jobs or audit; as often as needed."
            ).In(door.Language),
            HelpName = "DROIT",
        };
        var territory = new Option<string[]>("--territory", "-t")
        {
            Description = new Text(
                "Un territoire, autant de fois qu'il faut. Par défaut : tous.",
                "A territory, as often as needed. Default: all."
            ).In(door.Language),
            HelpName = "ID",
        };
        var days = new Option<int>("--days")
        {
            Description = new Text(
                "Combien de jours il vaut, 366 au plus. Par défaut : 90.",
                "How many days it is good for, 366 at most. Default: 90."
            ).In(door.Language),
            DefaultValueFactory = _ => TokenRequest.UsualDays,
            HelpName = "JOURS",
        };
        var verb = new Command("create") { name, scope, territory, days, config };
        verb.SetAction(
            (result, ct) =>
                With(
                    door,
                    result.GetValue(config)!,
                    (configuration, tokens) =>
                        CreateAsync(
                            door,
                            configuration,
                            tokens,
                            new Asked(
                                result.GetRequiredValue(name),
                                result.GetValue(scope) ?? [],
                                result.GetValue(territory) ?? [],
                                result.GetValue(days)
                            ),
                            ct
                        ),
                    ct
                )
        );
        return verb;
    }

    private static async Task<int> CreateAsync(
        Doorway door,
        ServiceConfiguration configuration,
        ApiTokens tokens,
        Asked asked,
        CancellationToken ct
    )
    {
        var scopes = asked.Scopes.ToDictionary(
            word => word,
            word => ApiScopes.Choice.TryFind(word, out var scope) ? scope : (ApiScope?)null
        );
        var request = new TokenRequest
        {
            Name = asked.Name,
            Scopes = [.. scopes.Values.OfType<ApiScope>()],
            Territories = asked.Territories,
            Days = asked.Days,
        };
        var problems = scopes
            .Where(pair => pair.Value is null)
            .Select(pair => TokenRequest.UnknownScope(pair.Key))
            .Concat(request.Check([.. configuration.Territories.Select(territory => territory.Id)]))
            .ToList();
        if (problems.Count > 0)
        {
            door.Complain(problems);
            return 1;
        }

        var (token, problem) = await tokens.CreateAsync(JobDoor.Actor(door), request, ct);
        if (problem is not null)
        {
            door.Complain(problem);
            return 1;
        }

        door.Say(Text.Same(token!));
        door.Say(Once);
        return 0;
    }

    private static Command List(Doorway door, CommonOptions common)
    {
        var config = ConfigVerb.Option(door);
        var verb = new Command("list") { config, common.Json };
        verb.SetAction(
            (result, ct) =>
                With(
                    door,
                    result.GetValue(config)!,
                    async (_, tokens) =>
                    {
                        Show(door, await tokens.ListAsync(ct), result.GetValue(common.Json));
                        return 0;
                    },
                    ct
                )
        );
        return verb;
    }

    private static Command Revoke(Doorway door)
    {
        var (name, config) = (Name(door), ConfigVerb.Option(door));
        var verb = new Command("revoke") { name, config };
        verb.SetAction(
            (result, ct) =>
                With(
                    door,
                    result.GetValue(config)!,
                    async (_, tokens) =>
                    {
                        var which = result.GetRequiredValue(name);
                        if (!await tokens.RevokeAsync(JobDoor.Actor(door), which, ct))
                        {
                            door.Complain(TokenRequest.Unknown(which));
                            return 1;
                        }

                        door.Say(
                            new Text(
                                $"Le jeton « {which} » ne vaut plus rien.",
                                $"The token '{which}' is worth nothing any more."
                            )
                        );
                        return 0;
                    },
                    ct
                )
        );
        return verb;
    }

    private static void Show(Doorway door, IReadOnlyList<ApiToken> tokens, bool json)
    {
        if (json)
        {
            JsonReport.Write(door.Out, tokens);
            return;
        }

        if (tokens.Count == 0)
        {
            door.Say(new Text("Aucun jeton.", "No token."));
            return;
        }

        var culture = CultureInfo.GetCultureInfo(
            door.Language == Domain.Language.English ? "en-GB" : "fr-FR"
        );
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns(
            Head("Jeton", "Token"),
            Head("Droits", "Scopes"),
            Head("Territoires", "Territories")
        );
        table.AddColumns(Head("Fait", "Made"), Head("Vaut jusqu'au", "Good until"), Head("Vu", "Seen"));
        foreach (var token in tokens)
        {
            table.AddRow(
                Cell(token.Name),
                Cell(string.Join(", ", token.Scopes.Select(ApiScopes.Word))),
                Cell(token.Territories is null ? Head("tous", "all") : string.Join(", ", token.Territories)),
                Cell($"{token.MadeAt.ToLocalTime().ToString("d", culture)}, {token.MadeBy}"),
                Cell(token.EndsAt.ToLocalTime().ToString("d", culture)),
                Cell(token.SeenAt?.ToLocalTime().ToString("g", culture) ?? Head("jamais", "never"))
            );
        }

        door.Out.Write(table);

        string Head(string french, string english) => new Text(french, english).In(door.Language);
    }

    private static Markup Cell(string text) => new(text.EscapeMarkup());

    private static Task<int> With(
        Doorway door,
        string path,
        Func<ServiceConfiguration, ApiTokens, Task<int>> act,
        CancellationToken ct
    ) =>
        JobDoor.WithDatabase(
            door,
            path,
            async configuration =>
            {
                await ApiContext.PrepareAsync(configuration.Database, ct);
                using var trail = await JobDoor.TrailAsync(door, configuration, ct);
                return await act(configuration, new ApiTokens(configuration.Database, trail, door.Time));
            }
        );

    private static Argument<string> Name(Doorway door) =>
        new("NOM")
        {
            Description = new Text(
                "Le programme qui s'en sert : « grafana ».",
                "The program that uses it: 'grafana'."
            ).In(door.Language),
        };

    private static readonly Text Once = new(
        "Copiez-le maintenant : il n'est montré qu'une fois.",
        "Copy it now: it is shown once."
    );

    private sealed record Asked(
        string Name,
        IReadOnlyList<string> Scopes,
        IReadOnlyList<string> Territories,
        int Days
    );
}
