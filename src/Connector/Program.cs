using Connector.Cli;

#pragma warning disable RS0030 // The program's edge: the one place that knows the console and the process environment.
var door = new Doorway(
    Console.Out,
    Console.Error,
    Doorway.LanguageOf(args, Environment.GetEnvironmentVariable),
    TimeProvider.System
)
{
    Input = Console.In,
    Environment = Environment.GetEnvironmentVariable,
};
#pragma warning restore RS0030
return await ConnectorCommand.RunAsync(args, door);
