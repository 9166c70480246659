using Microsoft.AspNetCore.Antiforgery;

namespace Connector.Web.Console;

/// <summary>Whether a form comes from one of our own pages, and can be read at all.</summary>
internal static class FormCheck
{
    /// <returns>
    /// Null for a form that does; 413 for one that is larger than its route takes; 400 for one without this person's token, with
    /// another's, or that no browser would send.
    /// </returns>
    public static async Task<int?> RefusalAsync(this IAntiforgery antiforgery, HttpContext http)
    {
        try
        {
            return await antiforgery.IsRequestValidAsync(http) ? null : StatusCodes.Status400BadRequest;
        }
        catch (AntiforgeryValidationException error)
        {
            // What the form was refused for while it was looked through for its token.
            return error.InnerException is BadHttpRequestException refused
                ? refused.StatusCode
                : StatusCodes.Status400BadRequest;
        }
        catch (BadHttpRequestException refused)
        {
            return refused.StatusCode;
        }
    }
}
