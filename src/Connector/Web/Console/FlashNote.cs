using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Connector.Web.Console;

/// <summary>One sentence about what was just done, shown on the next page only.</summary>
internal sealed record FlashNote(string Words, bool IsTrouble);

/// <summary>
/// Carries a note to the next page in a cookie that this service alone can write: nobody can put words into our mouth with a
/// link.
/// </summary>
internal sealed class Flash(IDataProtectionProvider protection)
{
    private const string Cookie = "connector-note";

    /// <summary>Longer notes are cut: a cookie holds four kilobytes.</summary>
    private const int Longest = 900;
    private readonly IDataProtector _protector = protection.CreateProtector("flash");

    public void Leave(HttpContext http, FlashNote note)
    {
        var cut = note.Words.Length > Longest ? note with { Words = $"{note.Words[..Longest]} …" } : note;
        http.Response.Cookies.Append(
            Cookie,
            _protector.Protect(JsonSerializer.Serialize(cut)),
            new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                SameSite = SameSiteMode.Strict,
                Secure = http.Request.IsHttps,
                MaxAge = TimeSpan.FromMinutes(1),
            }
        );
    }

    public FlashNote? Take(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { } kept)
        {
            return null;
        }

        http.Response.Cookies.Delete(Cookie);
        try
        {
            return JsonSerializer.Deserialize<FlashNote>(_protector.Unprotect(kept));
        }
        catch (Exception error)
            when (error is System.Security.Cryptography.CryptographicException or JsonException)
        {
            // Not ours, or of keys that are gone.
            return null;
        }
    }
}
