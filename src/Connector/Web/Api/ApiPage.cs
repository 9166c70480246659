using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;

namespace Connector.Web.Api;

/// <summary>A part of a list.</summary>
/// <param name="Items">In the list's order.</param>
/// <param name="Next">Where the list goes on: a path with its query. Null at its end.</param>
internal sealed record ApiPage<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>Cuts lists into parts; where the next part is also stands in the header <c>Link</c> (RFC 8288).</summary>
internal static class ApiPages
{
    public const int Usual = 50;
    public const int Most = 200;

    /// <param name="http">The request: the next part is asked for as this one was.</param>
    /// <param name="found">One more than fit, where there are more.</param>
    /// <param name="limit">How many fit.</param>
    /// <param name="parameter">Name of the query's parameter that says where a part begins.</param>
    /// <param name="mark">What that parameter is after an item.</param>
    public static ApiPage<T> Cut<T>(
        HttpContext http,
        IReadOnlyList<T> found,
        int limit,
        string parameter,
        Func<T, string> mark
    )
    {
        if (found.Count <= limit)
        {
            return new ApiPage<T>(found, null);
        }

        var items = found.Take(limit).ToList();
        var query = new QueryBuilder(
            http.Request.Query.Where(pair => pair.Key != parameter && pair.Key != "limit")
                .Select(pair => KeyValuePair.Create(pair.Key, pair.Value.ToString()))
        )
        {
            { "limit", limit.ToString(CultureInfo.InvariantCulture) },
            { parameter, mark(items[^1]) },
        };
        var next = $"{http.Request.Path}{query.ToQueryString()}";
        http.Response.Headers.Link = $"<{next}>; rel=\"next\"";
        return new ApiPage<T>(items, next);
    }

    public static bool IsRight(int? limit) => limit is null or (>= 1 and <= Most);
}
