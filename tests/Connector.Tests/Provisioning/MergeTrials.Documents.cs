using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Connector.DevServer.Faults;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Provisioning;
using Connector.Reports;
using Connector.Testing;
using Microsoft.Data.Sqlite;

namespace Connector.Tests.Provisioning;

public sealed partial class MergeTrials
{
    private async Task Write(string words) =>
        await _member.Write(Roadmap, With(await _member.ReadBytes(Roadmap), words));

    private async Task<string> Text() =>
        string.Concat(
            Parts(await _member.ReadBytes(Roadmap))["word/document.xml"]
                .Descendants(W + "t")
                .Select(t => t.Value)
        );

    /// <summary>The ledger as the Connector before this one would have left it.</summary>
    private async Task OlderLedger()
    {
        await using var connection = new SqliteConnection($"Data Source={_place.Ledger};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = """
            DROP INDEX IX_Resources_BaseHash; ALTER TABLE Resources DROP COLUMN BaseHash; DROP TABLE Bases;
            PRAGMA user_version = 2;
            """;
        await command.ExecuteNonQueryAsync();
    }

    private static XElement Paragraph(string words) =>
        new(W + "p", new XElement(W + "r", new XElement(W + "t", words)));

    /// <summary>The document with one more paragraph at its end, as an editor saves it.</summary>
    private static byte[] With(byte[] docx, string words) =>
        Edit(
            docx,
            body => body.Elements().Last(block => block.Name == W + "p").AddAfterSelf(Paragraph(words))
        );

    private static byte[] Edit(byte[] docx, Action<XElement> edit) =>
        EditedDocx.Of(docx, root => edit(root.Element(W + "body")!));

    private static Dictionary<string, XElement> Parts(byte[] docx)
    {
        using var zip = new ZipArchive(new MemoryStream(docx));
        return zip
            .Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.Ordinal))
            .ToDictionary(
                entry => entry.FullName,
                entry =>
                {
                    using var stream = entry.Open();
                    return XElement.Load(stream);
                },
                StringComparer.Ordinal
            );
    }
}
