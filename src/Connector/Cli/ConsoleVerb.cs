using System.CommandLine;
using System.Data.Common;
using Connector.Domain;
using Connector.Domain.Auditing;
using Connector.Ledger;
using Connector.Service;
using Connector.Web.Sessions;

namespace Connector.Cli;

/// <summary><c>connector console link</c>: the way in when nobody else can open the door.</summary>
internal static class ConsoleVerb
{
    public static Command Build(Doorway door)
    {
        var config = ConfigVerb.Option(door);
        var link = new Command("link") { config };
        link.SetAction((result, ct) => LinkAsync(door, result.GetValue(config)!, ct));
        var verb = new Command("console") { link };
        verb.SetAction(result => new ManualHelp(door).Show(result.CommandResult.Command));
        return verb;
    }

    private static async Task<int> LinkAsync(Doorway door, string path, CancellationToken ct)
    {
        var loaded = ServiceFile.Load(path, door.Environment, onlyDatabase: true);
        if (loaded.Configuration is not { } configuration)
        {
            door.Complain(loaded.Problems);
            return 1;
        }

        if (configuration.Web.Address is not { } address)
        {
            door.Complain(NoAddress);
            return 1;
        }

        try
        {
            using var trail = await JobDoor.TrailAsync(door, configuration, ct);
            await trail.AppendAsync(new AuditEntry(JobDoor.Actor(door), AuditActions.EmergencyLinkMade), ct);
            var code = await EmergencyLinks.IssueAsync(configuration.Database, door.Time, ct);
            door.Say(Text.Same(new Uri(address, $"/secours?code={code}").AbsoluteUri));
            door.Say(Once);
            return 0;
        }
        catch (Exception error) when (error is DbException || error.InnerException is DbException)
        {
            door.Complain(new LedgerException(configuration.Database.ToString(), error).Problem);
            return 1;
        }
        catch (LedgerException error)
        {
            door.Complain(error.Problem);
            return 1;
        }
    }

    private static readonly Text Once = new(
        "Ouvrez ce lien dans les dix minutes : il sert une seule fois et donne tous les droits pour une heure.",
        "Open this link within ten minutes: it is good once and gives all rights for an hour."
    );

    private static readonly Problem NoAddress = new()
    {
        Code = "address-missing",
        Message = new Text(
            "On ne sait pas à quelle adresse les navigateurs trouvent le service.",
            "It is not known at which address browsers find the service."
        ),
        Remedy = new Text(
            "Écrivez « adresse: https://connector.exemple.fr » dans connector.yaml.",
            "Write 'adresse: https://connector.example.org' in connector.yaml."
        ),
    };
}
