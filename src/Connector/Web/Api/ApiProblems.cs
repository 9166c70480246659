using System.Globalization;
using Connector.Domain;
using Microsoft.AspNetCore.Mvc;

namespace Connector.Web.Api;

/// <summary>
/// Errors as RFC 9457 has them: <c>type</c> is <c>urn:connector:problem:</c> and a stable word, <c>detail</c> a sentence in the
/// caller's language. What is not there and what is none of the caller's business are one and the same.
/// </summary>
internal static class ApiProblems
{
    public const string ContentType = "application/problem+json";
    private const string Type = "urn:connector:problem:";

    public static IResult Result(HttpContext http, int status, string code, Text detail) =>
        Result(http, status, code, detail, []);

    /// <param name="http">Who asked, in which language.</param>
    /// <param name="status">HTTP status.</param>
    /// <param name="code">Stable word.</param>
    /// <param name="detail">In a sentence.</param>
    /// <param name="problems">What is wrong one by one, where that is known.</param>
    public static IResult Result(
        HttpContext http,
        int status,
        string code,
        Text detail,
        IReadOnlyList<Problem> problems
    )
    {
        var told = new ProblemDetails
        {
            Type = Type + code,
            Status = status,
            Title = Title(status).In(LanguageOf(http)),
            Detail = detail.In(LanguageOf(http)),
        };
        if (problems.Count > 0)
        {
            told.Extensions["problems"] = problems.Select(problem => new
            {
                problem.Code,
                message = problem.Message.In(LanguageOf(http)),
                remedy = problem.Remedy.In(LanguageOf(http)),
            });
        }

        return TypedResults.Problem(told);
    }

    public static IResult NotFound(HttpContext http) =>
        Result(
            http,
            StatusCodes.Status404NotFound,
            "not-found",
            new Text("Il n'y a rien ici pour ce jeton.", "There is nothing here for this token.")
        );

    public static IResult BadRequest(HttpContext http, Text detail) =>
        Result(http, StatusCodes.Status400BadRequest, "bad-request", detail);

    /// <summary>For a while.</summary>
    public static IResult Unavailable(HttpContext http, string code, Text detail, TimeSpan wait)
    {
        var seconds = Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds));
        http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Result(http, StatusCodes.Status503ServiceUnavailable, code, detail);
    }

    /// <summary>English for who asks for it first; French otherwise.</summary>
    public static Language LanguageOf(HttpContext http) =>
        http.Request.GetTypedHeaders()
            .AcceptLanguage.OrderByDescending(language => language.Quality ?? 1)
            .FirstOrDefault()
            ?.Value.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true
            ? Language.English
            : Language.French;

    /// <summary>Fills in what the framework itself refuses: a body that is no JSON, a method that is not there.</summary>
    public static void Complete(ProblemDetailsContext context)
    {
        var http = context.HttpContext;
        var told = context.ProblemDetails;
        // Nobody outside can follow it, and it would make answers that are the same look different.
        told.Extensions.Remove("traceId");
        if (
            !http.Request.Path.StartsWithSegments(ApiServices.Root, StringComparison.Ordinal)
            || told.Type?.StartsWith(Type, StringComparison.Ordinal) == true
        )
        {
            return;
        }

        var status = told.Status ?? http.Response.StatusCode;
        told.Type = Type + CodeOf(status);
        told.Title = Title(status).In(LanguageOf(http));
        // What a framework says may repeat what was sent.
        told.Detail = null;
    }

    private static string CodeOf(int status) =>
        status switch
        {
            400 => "bad-request",
            404 => "not-found",
            405 => "method-not-allowed",
            413 => "too-large",
            415 => "media-type",
            429 => "too-many-requests",
            >= 500 => "internal-error",
            _ => "refused",
        };

    private static Text Title(int status) =>
        status switch
        {
            400 => new Text("Demande incorrecte", "Bad request"),
            401 => new Text("Jeton refusé", "Token refused"),
            403 => new Text("Ce jeton ne le permet pas", "This token does not allow it"),
            404 => new Text("Introuvable", "Not found"),
            405 => new Text("Méthode inconnue ici", "Method not allowed"),
            409 => new Text("En conflit", "Conflict"),
            413 => new Text("Trop grand", "Too large"),
            415 => new Text("Ce n'est pas du JSON", "Not JSON"),
            422 => new Text("Demande contradictoire", "Contradictory request"),
            429 => new Text("Trop de demandes", "Too many requests"),
            502 => new Text("Nextcloud n'a pas répondu comme prévu", "Nextcloud did not answer as expected"),
            503 => new Text("Plus tard", "Later"),
            504 => new Text("Nextcloud met trop longtemps", "Nextcloud takes too long"),
            _ => new Text("Erreur du service", "Error of the service"),
        };
}
