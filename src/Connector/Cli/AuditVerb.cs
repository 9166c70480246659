using System.CommandLine;
using Connector.Audit;
using Connector.Domain;

namespace Connector.Cli;

/// <summary><c>connector audit list|export|verify</c>: who did what in the service.</summary>
internal static class AuditVerb
{
    public static Command Build(Doorway door, CommonOptions common)
    {
        var verb = new Command("audit") { List(door, common), Export(door), Verify(door) };
        verb.SetAction(result => new ManualHelp(door).Show(result.CommandResult.Command));
        return verb;
    }

    private static Command List(Doorway door, CommonOptions common)
    {
        var config = ConfigVerb.Option(door);
        var territory = new Option<string?>("--territory")
        {
            Description = new Text("Un territoire. Par défaut : tous.", "One territory. Default: all.").In(
                door.Language
            ),
            HelpName = "ID",
        };
        var action = new Option<string?>("--action")
        {
            Description = new Text(
                "Une seule action, par exemple job.ask.",
                "One action alone, such as job.ask."
            ).In(door.Language),
            HelpName = "MOT",
        };
        var since = new Option<DateTime?>("--since")
        {
            Description = new Text(
                "Depuis ce jour : 2026-12-01, ou 2026-12-01T14:00.",
                "Since this day: 2026-12-01, or 2026-12-01T14:00."
            ).In(door.Language),
            HelpName = "DATE",
        };
        var most = new Option<int>("--most")
        {
            Description = new Text("Combien au plus. Par défaut : 50.", "How many at most. Default: 50.").In(
                door.Language
            ),
            DefaultValueFactory = _ => 50,
            HelpName = "N",
        };
        var verb = new Command("list") { territory, action, since, most, config, common.Json };
        verb.SetAction(
            (result, ct) =>
                With(
                    door,
                    result.GetValue(config)!,
                    async trail =>
                    {
                        var lines = await trail.ListAsync(
                            new AuditQuery
                            {
                                Territory = result.GetValue(territory),
                                Action = result.GetValue(action),
                                Since = result.GetValue(since) is { } day
                                    ? new DateTimeOffset(DateTime.SpecifyKind(day, DateTimeKind.Local))
                                    : null,
                                Most = result.GetValue(most),
                            },
                            ct
                        );
                        new AuditView(door.Out, door.Language).Show(lines, result.GetValue(common.Json));
                        return 0;
                    },
                    ct
                )
        );
        return verb;
    }

    private static Command Export(Doorway door)
    {
        var config = ConfigVerb.Option(door);
        var target = new Option<string?>("--to")
        {
            Description = new Text(
                "Le fichier. Par défaut : la sortie standard.",
                "The file. Default: standard output."
            ).In(door.Language),
            HelpName = "FICHIER.jsonl",
        };
        var verb = new Command("export") { target, config };
        verb.SetAction(
            (result, ct) =>
                With(
                    door,
                    result.GetValue(config)!,
                    async trail =>
                    {
                        var path = result.GetValue(target);
                        var count = path is null
                            ? await AuditFile.WriteAsync(trail, door.Out.Profile.Out.Writer, ct)
                            : await AuditFile.WriteAsync(trail, path, ct);
                        if (path is not null)
                        {
                            door.Say(new Text($"✓ {path} : {count} lignes", $"✓ {path}: {count} lines"));
                        }

                        return 0;
                    },
                    ct
                )
        );
        return verb;
    }

    private static Command Verify(Doorway door)
    {
        var config = ConfigVerb.Option(door);
        var copy = new Option<string?>("--copy")
        {
            Description = new Text(
                "Une copie exportée auparavant, dont rien ne doit manquer.",
                "A copy that was exported earlier, of which nothing may be missing."
            ).In(door.Language),
            HelpName = "FICHIER.jsonl",
        };
        var verb = new Command("verify") { copy, config };
        verb.SetAction(
            (result, ct) =>
                With(
                    door,
                    result.GetValue(config)!,
                    async trail =>
                    {
                        var (lines, problem) = await AuditFile.ReadAsync(result.GetValue(copy), ct);
                        var found = problem is null ? await trail.VerifyAsync(lines, ct) : null;
                        problem ??= found!.Problem;
                        if (problem is not null)
                        {
                            door.Complain(problem);
                        }
                        else
                        {
                            door.Say(found!.Said);
                        }

                        return problem is null ? 0 : 1;
                    },
                    ct
                )
        );
        return verb;
    }

    private static Task<int> With(
        Doorway door,
        string path,
        Func<AuditTrail, Task<int>> act,
        CancellationToken ct
    ) =>
        JobDoor.WithDatabase(
            door,
            path,
            async configuration =>
            {
                using var trail = await JobDoor.TrailAsync(door, configuration, ct);
                return await act(trail);
            }
        );
}
