using Connector.Web.Console.Deeds;
using Connector.Web.Console.FirstRun;
using Connector.Web.Console.Readings;

namespace Connector.Web.Console;

/// <summary>Registers the console with the service's host.</summary>
internal static class ConsoleServices
{
    public static void AddConsole(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddScoped<PageScope>();
        services.AddScoped<ConsoleDoor>();
        services.AddSingleton<Flash>();
        services.AddSingleton<ReadingShelf>();
        services.AddHostedService<Public.FirstReadings>();
        services.AddSingleton<ConsoleWork>();
        services.AddSingleton<DriftShelf>();
        services.AddSingleton<Uploads>();
        services.AddSingleton<FirstRunShelf>();
        services.AddSingleton<FirstRunServer>();
        services.AddSingleton<TerritoryFounder>();
        services.AddScoped<FirstRunDoor>();
    }
}
