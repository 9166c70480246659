using System.Globalization;
using System.Text;
using System.Text.Json;
using Connector.Domain;
using Connector.Domain.Auditing;
using Text = Connector.Domain.Text;

namespace Connector.Audit;

/// <summary>The trail in a file, one JSON object a line.</summary>
internal static class AuditFile
{
    /// <returns>How many lines.</returns>
    public static async Task<int> WriteAsync(AuditTrail trail, string path, CancellationToken ct)
    {
        var options = PrivateFile.Options(FileMode.Create);
        await using var file = new StreamWriter(path, new UTF8Encoding(false), options);
        return await WriteAsync(trail, file, ct);
    }

    /// <inheritdoc cref="WriteAsync(AuditTrail, string, CancellationToken)"/>
    public static async Task<int> WriteAsync(AuditTrail trail, TextWriter to, CancellationToken ct)
    {
        var count = 0;
        await foreach (var line in trail.AllAsync(ct))
        {
            await to.WriteAsync(AuditJson.Write(line));
            await to.WriteAsync('\n');
            count++;
        }

        return count;
    }

    /// <param name="path">Null for no file.</param>
    /// <param name="ct">Stops.</param>
    /// <returns>The lines, the oldest first, or why they cannot be read.</returns>
    public static async Task<(IReadOnlyList<AuditRecord> Lines, Problem? Problem)> ReadAsync(
        string? path,
        CancellationToken ct
    )
    {
        var lines = new List<AuditRecord>();
        if (path is null)
        {
            return (lines, null);
        }

        await foreach (var line in File.ReadLinesAsync(path, ct))
        {
            try
            {
                lines.Add(AuditJson.Read(line));
            }
            catch (JsonException)
            {
                return ([], NoLine(path, lines.Count + 1));
            }
        }

        return (lines, null);
    }

    private static Problem NoLine(string path, int number) =>
        new()
        {
            Code = "audit-copy",
            Message = new Text(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"« {path} », ligne {number} : ce n'est pas une ligne de piste d'audit."
                ),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"'{path}', line {number}: this is no line of an audit trail."
                )
            ),
            Remedy = new Text(
                "Prenez une copie que « connector audit export » a écrite.",
                "Take a copy that 'connector audit export' wrote."
            ),
        };
}
