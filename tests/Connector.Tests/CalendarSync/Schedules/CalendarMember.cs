using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Connector.Tests.Provisioning;

namespace Connector.Tests.CalendarSync.Schedules;

/// <summary>A member with a calendar program of their own: reads an object, edits its text, writes it back if it is still that.</summary>
internal sealed class CalendarMember : IDisposable
{
    private readonly HttpClient _http;
    private readonly string _calendar;

    /// <param name="server">Whose calendar it is.</param>
    /// <param name="user">The member.</param>
    /// <param name="calendar">As the member sees it.</param>
    public CalendarMember(Uri server, string user, string calendar)
    {
        _calendar = $"remote.php/dav/calendars/{user}/{calendar}/";
        _http = new HttpClient { BaseAddress = server };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic",
            Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{Workplace.Password}"))
        );
    }

    /// <returns>Whether it was there.</returns>
    public async Task<bool> EditAsync(string name, Func<string, string> change)
    {
        for (var attempt = 0; attempt < 5; attempt++)
        {
            using var read = await _http.GetAsync(_calendar + name);
            if (read.StatusCode == HttpStatusCode.NotFound)
            {
                return false;
            }

            var text = await read.Content.ReadAsStringAsync();
            if (await Put(name, change(text), ("If-Match", read.Headers.ETag!.ToString())))
            {
                return true;
            }
        }

        throw new InvalidOperationException($"{name}: somebody else writes all the time");
    }

    public async Task<string?> ReadAsync(string name)
    {
        using var read = await _http.GetAsync(_calendar + name);
        return read.IsSuccessStatusCode ? await read.Content.ReadAsStringAsync() : null;
    }

    public async Task AddAsync(string name, string text) =>
        Assert.That(await Put(name, text, ("If-None-Match", "*")), name);

    public async Task DeleteAsync(string name)
    {
        using var answer = await _http.DeleteAsync(_calendar + name);
        Assert.That((int)answer.StatusCode, Is.EqualTo(204).Or.EqualTo(404), name);
    }

    public void Dispose() => _http.Dispose();

    private async Task<bool> Put(string name, string text, (string Name, string Value) condition)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, _calendar + name)
        {
            Content = new StringContent(text, Encoding.UTF8, "text/calendar"),
        };
        request.Headers.TryAddWithoutValidation(condition.Name, condition.Value);
        using var answer = await _http.SendAsync(request);
        Assert.That((int)answer.StatusCode, Is.InRange(200, 299).Or.EqualTo(412), $"PUT {name}\n{text}");
        return answer.StatusCode != HttpStatusCode.PreconditionFailed;
    }
}
