namespace Connector.Provisioning;

/// <summary>A document's bytes and media type. Same data, same bytes.</summary>
internal sealed record MadeDocument(ReadOnlyMemory<byte> Bytes, string ContentType)
{
    public const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const string Csv = "text/csv";
    public const string Markdown = "text/markdown";
    public const string Html = "text/html";
    public const string Png = "image/png";
    public const string Svg = "image/svg+xml";
}
