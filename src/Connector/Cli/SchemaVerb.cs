using System.CommandLine;
using Connector.TerritoryFiles;

namespace Connector.Cli;

/// <summary><c>connector schema</c></summary>
internal static class SchemaVerb
{
    public static Command Build(Doorway door)
    {
        var verb = new Command("schema");
        verb.SetAction(_ =>
        {
            door.Out.Profile.Out.Writer.WriteLine(TerritorySchema.Generate().TrimEnd());
            return 0;
        });
        return verb;
    }
}
