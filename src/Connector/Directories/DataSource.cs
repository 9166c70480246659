namespace Connector.Directories;

/// <summary>A data set that was brought into the directory: what an open licence asks to keep and to name.</summary>
/// <param name="File">The file that was imported.</param>
/// <param name="Source">Who publishes it, as the file or the person who imported it said; empty when neither did.</param>
/// <param name="Date">The day of its latest row; empty when it does not tell.</param>
/// <param name="Licence">As the person who imported it said; empty when they did not: it is never guessed.</param>
/// <param name="ImportedOn">The day of the import.</param>
internal sealed record DataSource(string File, string Source, string Date, string Licence, string ImportedOn)
{
    /// <summary>In a sentence, for those who reuse the data.</summary>
    public string Told =>
        string.Join(
            " ; ",
            new[]
            {
                Source.Length > 0 ? $"{Source} ({File})" : File,
                Date.Length > 0 ? $"données du {Date}" : "",
                Licence.Length > 0 ? $"licence : {Licence}" : "licence non précisée",
                $"importé le {ImportedOn}",
            }.Where(part => part.Length > 0)
        );
}
