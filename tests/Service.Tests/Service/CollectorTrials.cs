using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace Connector.Connector.Tests.Service;

/// <summary>An OpenTelemetry collector gets metrics and one span a job, and nothing that names people or files.</summary>
public sealed class CollectorTrials
{
    [Test]
    public async Task A_collector_gets_metrics_and_a_span_of_each_job()
    {
        await using var place = await ConsolePlace.OpenAsync(start: false);
        await File.WriteAllTextAsync(place.Terminal.At("connector.yaml"), place.Yaml());
        using var collector = new Collector();
        var start = place.Terminal.Program("serve", "--config", place.Terminal.At("connector.yaml"));
        start.Environment["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address;
        start.Environment["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
        start.Environment["OTEL_METRIC_EXPORT_INTERVAL"] = "300";
        start.Environment["OTEL_BSP_SCHEDULE_DELAY"] = "100";
        var asked = await place.Terminal.RunAsync(
            "job",
            "run",
            "vallon",
            "annuaire",
            "--config",
            place.Terminal.At("connector.yaml")
        );
        Assert.That(asked.Code, Is.Zero, asked.All);
        using var program = System.Diagnostics.Process.Start(start)!;
        _ = program.StandardOutput.ReadToEndAsync();
        _ = program.StandardError.ReadToEndAsync();
        try
        {
            await RunningService.Until(
                () =>
                    Task.FromResult(
                        collector
                            .Of("/v1/metrics")
                            .Contains("connector.job.duration", StringComparison.Ordinal)
                            && collector.Of("/v1/traces").Contains("vallon", StringComparison.Ordinal)
                    ),
                "metrics and a trace"
            );
        }
        finally
        {
            program.Kill(entireProcessTree: true);
            await program.WaitForExitAsync();
        }

        var all = collector.Of("/v1/metrics") + collector.Of("/v1/traces");
        Assert.That(all, Does.Contain("connector.nextcloud.requests"));
        foreach (
            var secret in new[]
            {
                "noe.d-almeida",
                "remote.php",
                Workplace.Password,
                place.Client.ClientSecret,
            }
        )
        {
            Assert.That(all, Does.Not.Contain(secret));
        }
    }

    /// <summary>Takes what is posted and keeps it as text: names and values of attributes are plain UTF-8 in protobuf.</summary>
    private sealed class Collector : IDisposable
    {
        private readonly HttpListener _listener = new();
        private readonly ConcurrentQueue<(string Path, string Body)> _taken = new();

        public Collector()
        {
            Address = $"http://127.0.0.1:{ConsolePlace.FreePort()}";
            _listener.Prefixes.Add($"{Address}/");
            _listener.Start();
            _ = TakeAsync();
        }

        public string Address { get; }

        public string Of(string path) =>
            string.Concat(_taken.Where(call => call.Path == path).Select(call => call.Body));

        public void Dispose() => _listener.Close();

        private async Task TakeAsync()
        {
            while (_listener.IsListening)
            {
                try
                {
                    var context = await _listener.GetContextAsync();
                    using var body = new MemoryStream();
                    await context.Request.InputStream.CopyToAsync(body);
                    _taken.Enqueue(
                        (context.Request.Url!.AbsolutePath, Encoding.Latin1.GetString(body.ToArray()))
                    );
                    context.Response.Close();
                }
                catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
                {
                    // It was closed: the test is over.
                    return;
                }
            }
        }
    }
}
