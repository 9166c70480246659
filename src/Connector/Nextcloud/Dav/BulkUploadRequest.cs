using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Connector.Domain;
using Connector.Nextcloud.Http;

namespace Connector.Nextcloud.Dav;

/// <summary>One file of a bulk upload.</summary>
internal sealed record BulkFile(string Path, ReadOnlyMemory<byte> Bytes);

/// <summary>What became of one file of a bulk upload.</summary>
internal sealed record BulkOutcome(string Path, DavOutcome Outcome);

/// <summary>
/// <c>POST /remote.php/dav/bulk</c> (server file <c>apps/dav/lib/BulkUpload/MultipartRequestParser.php</c>). The
/// server reads each part by its length, insists on <c>X-File-MD5</c> and on CRLF after every part and after the
/// closing boundary. It answers 200 with <c>{"/a":{"error":false,"etag":"…","fileid":"…"},"/b":{"error":true,…}}</c>;
/// after a part that it cannot read it stops with 400 and the files written so far.
/// </summary>
internal sealed class BulkUploadRequest(DavTransport dav, TimeProvider time)
{
    private const string Boundary = "connector-4f1c1e2b7a9d";

    public async Task<IReadOnlyList<BulkOutcome>> Send(IReadOnlyList<BulkFile> files, CancellationToken ct)
    {
        if (files.Count == 0)
            return [];
        var content = new ByteArrayContent(Body(files));
        content.Headers.ContentType = new MediaTypeHeaderValue("multipart/related")
        {
            Parameters = { new NameValueHeaderValue("boundary", Boundary) },
        };
        var request = new DavRequest(HttpMethod.Post, "remote.php/dav/bulk") { Content = content };
        using var answer = await dav.Send(request, ct);
        if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.BadRequest))
            throw dav.Unexpected(request, answer);
        return Outcomes(files, await answer.Content.ReadAsByteArrayAsync(ct));
    }

    private byte[] Body(IReadOnlyList<BulkFile> files)
    {
        using var body = new MemoryStream();
        var mtime = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        foreach (var file in files)
        {
            DavPath.Encode(file.Path);
#pragma warning disable CA5351 // The checksum that this endpoint insists on; nothing is protected by it.
            var md5 = Convert.ToHexStringLower(MD5.HashData(file.Bytes.Span));
#pragma warning restore CA5351
            Write(
                body,
                $"--{Boundary}\r\nX-File-Path: /{file.Path.Normalize(NormalizationForm.FormC)}\r\n"
                    + $"X-File-Mtime: {mtime}\r\nX-File-MD5: {md5}\r\n"
                    + $"Content-Length: {file.Bytes.Length.ToString(CultureInfo.InvariantCulture)}\r\n\r\n"
            );
            body.Write(file.Bytes.Span);
            Write(body, "\r\n");
        }
        Write(body, $"--{Boundary}--\r\n");
        return body.ToArray();
    }

    private static void Write(MemoryStream body, string text) => body.Write(Encoding.UTF8.GetBytes(text));

    private List<BulkOutcome> Outcomes(IReadOnlyList<BulkFile> files, byte[] json)
    {
        try
        {
            using var answer = JsonDocument.Parse(json);
            var told = answer.RootElement.ValueKind == JsonValueKind.Object ? answer.RootElement : default;
            return [.. files.Select(file => new BulkOutcome(file.Path, Outcome(file.Path, told)))];
        }
        catch (JsonException e)
        {
            throw NextcloudFaults.Malformed(dav.BaseUrl, e, mayHaveActed: true);
        }
    }

    private static DavOutcome Outcome(string path, JsonElement told)
    {
        var key = "/" + path.Normalize(NormalizationForm.FormC);
        if (told.ValueKind != JsonValueKind.Object || !told.TryGetProperty(key, out var one) || Failed(one))
            return new DavOutcome
            {
                Result = DavResult.NotApplied,
                Message = new Text(
                    $"« {path} » n'a pas pu être écrit dans l'envoi groupé : relancez, il sera envoyé seul.",
                    $"'{path}' could not be written in the bulk upload: run again, it will be sent alone."
                ),
            };
        return new DavOutcome
        {
            Result = DavResult.Created,
            ETag = one.TryGetProperty("etag", out var etag) ? ETags.Read(etag.GetString()) : null,
            FileId = one.TryGetProperty("fileid", out var id) ? FileId(id.ToString()) : null,
        };
    }

    private static bool Failed(JsonElement one) =>
        one.ValueKind != JsonValueKind.Object
        || !one.TryGetProperty("error", out var error)
        || error.ValueKind != JsonValueKind.False;

    private static long? FileId(string text) =>
        long.TryParse(
            string.Concat(text.TakeWhile(char.IsAsciiDigit)),
            CultureInfo.InvariantCulture,
            out var id
        )
            ? id
            : null;
}
