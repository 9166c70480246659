namespace Connector.Nextcloud.Dav;

/// <summary>A file's bytes and the ETag that they were read with (null when the server does not tell).</summary>
internal sealed record DavFile(byte[] Bytes, string? ETag);
