namespace Connector.Nextcloud.Dav;

/// <summary>The one place that knows how ETags travel. Inside Connector they carry no quotes.</summary>
internal static class ETags
{
    /// <summary>
    /// <c>"abc"</c>, <c>W/"abc"</c> and <c>"abc-gzip"</c> (Apache's mod_deflate) are all <c>abc</c>; null for nothing.
    /// </summary>
    public static string? Read(string? onTheWire)
    {
        var tag = onTheWire?.Trim();
        if (string.IsNullOrEmpty(tag))
            return null;
        if (tag.StartsWith("W/", StringComparison.Ordinal))
            tag = tag[2..];
        tag = tag.Trim('"');
        return tag.EndsWith("-gzip", StringComparison.Ordinal) ? tag[..^5] : tag;
    }

    /// <summary>The ETag of an answer: Nextcloud's own <c>OC-ETag</c> first, which no proxy rewrites.</summary>
    public static string? Of(HttpResponseMessage answer) =>
        Read(Header(answer, "OC-ETag")) ?? Read(Header(answer, "ETag"));

    public static string Write(string tag) => $"\"{tag}\"";

    private static string? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;
}
