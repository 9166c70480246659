using System.Globalization;
using System.Security.Cryptography;
using Connector.DevServer;

#pragma warning disable RS0030 // This is the door: it writes.
var port = int.Parse(Argument("--port") ?? "8490", CultureInfo.InvariantCulture);
var data = Argument("--data") ?? Path.Combine(Path.GetTempPath(), "connector-devserver");
var given = Environment.GetEnvironmentVariable("DEVSERVER_ADMIN_PASSWORD");
var password = given ?? RandomNumberGenerator.GetHexString(20, lowercase: true);

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};
await using var host = await DevServerHost.StartAsync(
    new DevServerOptions
    {
        DataDirectory = data,
        Port = port,
        AdminPassword = password,
    },
    stop.Token
);
Console.WriteLine(
    "Serveur de développement compatible Nextcloud : ni pour de vraies données, ni pour un réseau."
);
Console.WriteLine($"Adresse       {host.BaseAddress}");
Console.WriteLine($"Données       {Path.GetFullPath(data)}");
Console.WriteLine("Compte        admin");
Console.WriteLine($"Mot de passe  {(given is null ? password : "celui de DEVSERVER_ADMIN_PASSWORD")}");
Console.WriteLine("Ctrl-C pour arrêter.");
await DevServerHost.UntilCancelled(stop.Token);
#pragma warning restore RS0030

string? Argument(string name)
{
    var at = Array.IndexOf(args, name);
    return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
}
