using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Connector.Nextcloud.Dav;
using Connector.Tests.Provisioning;
using Microsoft.Data.Sqlite;
using UglyToad.PdfPig;

namespace Connector.Tests.Persons;

/// <summary>Searches everything that a network is made of for words: in bytes, in the parts of zips, on the pages of PDFs.</summary>
internal sealed class WordSearch(params string[] words)
{
    /// <summary>Every place that holds one of the words: files by path, calendars, cards, the ledger, local files.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(
        Workplace place,
        string folder,
        string ledger,
        string addressBook
    )
    {
        var found = new List<string>();
        var listing = await place.Client.Files.Propfind("", DavDepth.Infinity, default);
        foreach (var node in listing.Resources.Where(node => !node.IsFolder))
        {
            if (Holds(await place.ReadAsync(node.Path)))
            {
                found.Add($"file {node.Path}");
            }
        }

        foreach (var calendar in await place.Client.Calendars.ListCalendars(default))
        {
            var names = (await place.Client.Calendars.ListObjects(calendar.Uri, default))!.Select(item =>
                item.Name
            );
            foreach (var item in await place.Client.Calendars.GetObjects(calendar.Uri, [.. names], default))
            {
                if (IsIn(item.Ics!.Replace("\r\n ", "", StringComparison.Ordinal)))
                {
                    found.Add($"event {calendar.Uri}/{item.Name}");
                }
            }
        }

        foreach (var card in await place.Client.AddressBooks.List(addressBook, default) ?? [])
        {
            var text = (await place.Client.AddressBooks.Get(addressBook, [card.Name], default)).Single();
            if (IsIn(text.Text!))
            {
                found.Add($"card {card.Name}");
            }
        }

        SqliteConnection.ClearAllPools();
        found.AddRange(
            Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(path => Holds(File.ReadAllBytes(path)))
                .Select(path => $"local {Path.GetRelativePath(folder, path)}")
        );
        found.AddRange(await PackedAsync(ledger));
        return found;
    }

    /// <summary>In the bytes themselves, and within every part of a zip, its elements taken away: a name is cut over many.</summary>
    public bool Holds(byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith("%PDF-"u8))
        {
            return IsIn(Encoding.UTF8.GetString(bytes)) || IsIn(Pages(bytes));
        }

        if (!bytes.AsSpan().StartsWith("PK"u8))
        {
            return IsIn(Encoding.UTF8.GetString(bytes));
        }

        using var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        return zip.Entries.Any(entry =>
        {
            using var part = entry.Open();
            using var all = new MemoryStream();
            part.CopyTo(all);
            var text = Encoding.UTF8.GetString(all.ToArray());
            return IsIn(text)
                || IsIn(Regex.Replace(text, "<[^>]*>", ""))
                || (all.ToArray().AsSpan().StartsWith("PK"u8) && Holds(all.ToArray()));
        });
    }

    private bool IsIn(string text) =>
        Array.Exists(words, word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static string Pages(byte[] bytes)
    {
        using var pdf = PdfDocument.Open(bytes);
        return string.Join(' ', pdf.GetPages().SelectMany(page => page.GetWords()).Select(word => word.Text));
    }

    /// <summary>What the ledger keeps compressed.</summary>
    private async Task<IReadOnlyList<string>> PackedAsync(string ledger)
    {
        var found = new List<string>();
        await using var connection = new SqliteConnection($"Data Source={ledger};Pooling=False");
        await connection.OpenAsync();
        foreach (var sql in new[] { "SELECT Hash, Bytes FROM Bases", "SELECT Territory, Json FROM Boards" })
        {
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Two sentences written here.
            command.CommandText = sql;
#pragma warning restore CA2100
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                using var packed = new MemoryStream(reader.GetFieldValue<byte[]>(1));
                await using var brotli = new BrotliStream(packed, CompressionMode.Decompress);
                using var bytes = new MemoryStream();
                await brotli.CopyToAsync(bytes);
                if (Holds(bytes.ToArray()))
                {
                    found.Add($"ledger {sql[(sql.LastIndexOf(' ') + 1)..]} {reader.GetString(0)}");
                }
            }
        }

        return found;
    }
}
