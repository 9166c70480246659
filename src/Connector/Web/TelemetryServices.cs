using Connector.Jobs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Connector.Web;

/// <summary>
/// Metrics for Prometheus at <c>/metrics</c>, and metrics and traces to an OpenTelemetry collector where
/// <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names one. Addresses of requests are never among them: they name people and files.
/// </summary>
internal static class TelemetryServices
{
    private const string Prefix = "OTEL_";
    private const string Collector = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static void AddTelemetry(this WebApplicationBuilder builder, Func<string, string?> environment)
    {
        var hasCollector = environment(Collector) is { Length: > 0 };
        builder.Configuration.AddInMemoryCollection(Variables());
        var telemetry = builder
            .Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("connector"))
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(ServiceMeter.Name).AddRuntimeInstrumentation().AddPrometheusExporter();
                if (hasCollector)
                {
                    metrics.AddOtlpExporter();
                }
            });
        if (hasCollector)
        {
            telemetry.WithTracing(traces => traces.AddSource(ServiceMeter.Name, "Quartz").AddOtlpExporter());
        }
    }

    /// <summary>The SDK reads its own variables from the host's configuration, which knows of nothing else.</summary>
    private static IEnumerable<KeyValuePair<string, string?>> Variables() =>
        Environment
            .GetEnvironmentVariables()
            .Cast<System.Collections.DictionaryEntry>()
            .Select(entry => new KeyValuePair<string, string?>((string)entry.Key, entry.Value as string))
            .Where(pair => pair.Key.StartsWith(Prefix, StringComparison.Ordinal));
}
