namespace Connector.Contract.Tests;

/// <summary>What every fixture of contracts shares: the server, started once for the fixture.</summary>
public abstract class Contracts(Target target)
{
    protected Target Server { get; } = target;

    [OneTimeSetUp]
    public Task StartServer() => Server.Start();

    [OneTimeTearDown]
    public async Task StopServer() => await Server.DisposeAsync();
}
