using System.Net.Http.Headers;
using System.Text;

namespace Connector.Benchmarks.Soak;

/// <summary>What a member's program does over WebDAV, again and again until it could.</summary>
internal sealed class SoakHand
{
    public SoakHand(Uri server)
    {
        Http = new HttpClient { BaseAddress = new Uri(server, "remote.php/dav/") };
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic",
            Convert.ToBase64String(
                Encoding.UTF8.GetBytes($"{TerritoriesBenchmark.User}:{TerritoriesBenchmark.Password}")
            )
        );
    }

    public HttpClient Http { get; }

    public Task PutAsync(string address, byte[] bytes, string type = "application/octet-stream") =>
        InsistAsync(async () =>
        {
            using var content = new ByteArrayContent(bytes);
            content.Headers.ContentType = new MediaTypeHeaderValue(type);
            using var answer = await Http.PutAsync(address, content);
            return answer.IsSuccessStatusCode;
        });

    public async Task<byte[]?> ReadAsync(string address)
    {
        using var answer = await Http.GetAsync(address);
        return answer.IsSuccessStatusCode ? await answer.Content.ReadAsByteArrayAsync() : null;
    }

    /// <summary>As somebody whose program says that it could not save: again, until it could.</summary>
    public static async Task InsistAsync(Func<Task<bool>> attempt)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                if (await attempt())
                {
                    return;
                }
            }
            catch (Exception error) when (error is HttpRequestException or IOException && tries < 3_000)
            {
                Console.Error.WriteLine($"a member tries again: {error.Message}");
            }

            if (tries == 3_000)
            {
                throw new InvalidOperationException("a member could not save in three thousand attempts");
            }

            await Task.Delay(500);
        }
    }

    public static string File(string path) =>
        $"files/{TerritoriesBenchmark.User}/{string.Join('/', path.Split('/').Select(Uri.EscapeDataString))}";

    public static string Event(string calendar, string name) =>
        $"calendars/{TerritoriesBenchmark.User}/{calendar}/{name}";
}
