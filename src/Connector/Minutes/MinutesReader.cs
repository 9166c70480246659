using Connector.DocumentFlow;
using Connector.Domain;
using Connector.Domain.Documents;
using Connector.Nextcloud;
using Connector.Publishing;
using Connector.Templates;

namespace Connector.Minutes;

/// <summary>Minutes as they are on the server now.</summary>
internal sealed record FoundMinutes(MinutesFile File, byte[] Docx, WrittenMinutes Written);

/// <summary>Fetches minutes and reads what people wrote in them.</summary>
internal sealed class MinutesReader(NextcloudClient client, MinutesShelf shelf)
{
    /// <returns>Neither where the file is gone; the problem where it cannot be read.</returns>
    public async Task<(FoundMinutes? Found, Problem? Problem)> ReadAsync(
        MinutesFile file,
        CancellationToken ct
    )
    {
        if (await client.Files.GetFile(file.Path, ct) is not { } docx)
        {
            return (null, null);
        }

        try
        {
            var written = MinutesReading.Read(
                docx.Bytes,
                await shelf.TemplateOf(file, ct),
                shelf.Content(file)
            );
            return (new FoundMinutes(file, docx.Bytes, written), null);
        }
        catch (TemplateException refusal)
        {
            return (null, PublishingProblems.Unreadable(file.Path, refusal));
        }
    }
}
