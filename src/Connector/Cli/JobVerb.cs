using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using Connector.Domain;
using Connector.Jobs;
using Connector.Ledger;
using Connector.Reports;
using Connector.Service;

namespace Connector.Cli;

/// <summary><c>connector job run|list|show|cancel|retry</c>, through the database: the service itself is not asked.</summary>
internal static class JobVerb
{
    public static Command Build(Doorway door, CommonOptions common)
    {
        var verb = new Command("job")
        {
            Run(door, common),
            List(door, common),
            Show(door, common),
            Cancel(door),
            Retry(door, common),
        };
        verb.SetAction(result => new ManualHelp(door).Show(result.CommandResult.Command));
        return verb;
    }

    private static Command Run(Doorway door, CommonOptions common)
    {
        var config = ConfigVerb.Option(door);
        var territory = JobDoor.Territory(door);
        var kind = new Argument<string>("TÂCHE")
        {
            Description = new Text(
                "provision (par défaut), documents, agenda, annuaire, preuve ou conservation.",
                "provision (default), documents, calendar, directory, proof or retention."
            ).In(door.Language),
            DefaultValueFactory = _ => "provision",
        };
        var why = new Option<string?>("--why")
        {
            Description = new Text("Pourquoi, pour l'historique.", "Why, for the history.").In(door.Language),
            HelpName = "TEXTE",
        };
        var wait = JobDoor.Wait(door);
        var verb = new Command("run") { territory, kind, why, wait, config, common.Json };
        verb.SetAction(
            (result, ct) =>
                JobDoor.WithDesk(
                    door,
                    result.GetValue(config)!,
                    async (configuration, jobs, desk) =>
                    {
                        if (
                            JobDoor.Check(
                                configuration,
                                result.GetValue(territory)!,
                                result.GetValue(kind)!,
                                out var found
                            ) is
                            { } problem
                        )
                        {
                            door.Complain(problem);
                            return 1;
                        }

                        var asked = await desk.AskAsync(
                            JobDoor.Actor(door),
                            result.GetValue(territory)!,
                            found,
                            result.GetValue(why) ?? "connector job run",
                            ct
                        );
                        return await JobDoor.Tell(
                            door,
                            jobs,
                            asked,
                            result.GetValue(wait),
                            result.GetValue(common.Json),
                            ct
                        );
                    }
                )
        );
        return verb;
    }

    private static Command Retry(Doorway door, CommonOptions common)
    {
        var config = ConfigVerb.Option(door);
        var id = JobDoor.Id(door);
        var wait = JobDoor.Wait(door);
        var verb = new Command("retry") { id, wait, config, common.Json };
        verb.SetAction(
            (result, ct) =>
                JobDoor.WithDesk(
                    door,
                    result.GetValue(config)!,
                    async (_, jobs, desk) =>
                    {
                        var number = result.GetValue(id);
                        if (await jobs.GetAsync(number, ct) is not { } job)
                        {
                            return JobDoor.Unknown(door, number);
                        }

                        var asked = await desk.RetryAsync(
                            JobDoor.Actor(door),
                            job,
                            string.Create(CultureInfo.InvariantCulture, $"connector job retry {number}"),
                            ct
                        );
                        return await JobDoor.Tell(
                            door,
                            jobs,
                            asked,
                            result.GetValue(wait),
                            result.GetValue(common.Json),
                            ct
                        );
                    }
                )
        );
        return verb;
    }

    private static Command List(Doorway door, CommonOptions common)
    {
        var config = ConfigVerb.Option(door);
        var territory = new Argument<string?>("TERRITOIRE")
        {
            Description = new Text("Un territoire. Par défaut : tous.", "One territory. Default: all.").In(
                door.Language
            ),
            Arity = ArgumentArity.ZeroOrOne,
        };
        var open = new Option<bool>("--open")
        {
            Description = new Text(
                "Seulement celles qui attendent ou sont en cours.",
                "Only those that wait or are under way."
            ).In(door.Language),
        };
        var most = new Option<int>("--most")
        {
            Description = new Text("Combien au plus. Par défaut : 20.", "How many at most. Default: 20.").In(
                door.Language
            ),
            DefaultValueFactory = _ => 20,
            HelpName = "N",
        };
        var verb = new Command("list") { territory, open, most, config, common.Json };
        verb.SetAction(
            (result, ct) =>
                JobDoor.With(
                    door,
                    result.GetValue(config)!,
                    async (configuration, jobs) =>
                    {
                        var rows = await jobs.ListAsync(
                            result.GetValue(territory),
                            result.GetValue(open),
                            Math.Clamp(result.GetValue(most), 1, 10_000),
                            ct
                        );
                        var away = await new ServerGate(configuration.Database, door.Time).AllAwayAsync(ct);
                        var view = new JobView(door.Out, door.Language);
                        if (result.GetValue(common.Json))
                        {
                            view.WriteJson(rows);
                        }
                        else
                        {
                            view.Write(rows, away);
                        }

                        return 0;
                    }
                )
        );
        return verb;
    }

    private static Command Show(Doorway door, CommonOptions common)
    {
        var config = ConfigVerb.Option(door);
        var id = JobDoor.Id(door);
        var verb = new Command("show") { id, config, common.Json };
        verb.SetAction(
            (result, ct) =>
                JobDoor.With(
                    door,
                    result.GetValue(config)!,
                    async (_, jobs) =>
                    {
                        if (await jobs.GetAsync(result.GetValue(id), ct) is not { } job)
                        {
                            return JobDoor.Unknown(door, result.GetValue(id));
                        }

                        new JobView(door.Out, door.Language).Show(job, result.GetValue(common.Json));
                        return 0;
                    }
                )
        );
        return verb;
    }

    private static Command Cancel(Doorway door)
    {
        var config = ConfigVerb.Option(door);
        var id = JobDoor.Id(door);
        var verb = new Command("cancel") { id, config };
        verb.SetAction(
            (result, ct) =>
                JobDoor.WithDesk(
                    door,
                    result.GetValue(config)!,
                    async (_, _, desk) =>
                    {
                        var number = result.GetValue(id);
                        if (await desk.CancelAsync(JobDoor.Actor(door), number, ct) is not { } job)
                        {
                            return JobDoor.Unknown(door, number);
                        }

                        door.Say(
                            job.State switch
                            {
                                JobState.Waiting => new Text(
                                    $"La tâche #{number} ne commencera pas.",
                                    $"Job #{number} will not start."
                                ),
                                JobState.Running => new Text(
                                    $"La tâche #{number} s'arrête après l'étape en cours ; ce qui est fait est noté.",
                                    $"Job #{number} stops after the step under way; what is done is recorded."
                                ),
                                _ => new Text(
                                    $"La tâche #{number} est déjà finie.",
                                    $"Job #{number} has ended already."
                                ),
                            }
                        );
                        return 0;
                    }
                )
        );
        return verb;
    }
}
