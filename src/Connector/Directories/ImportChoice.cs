using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Connector.Domain.Directories;

namespace Connector.Directories;

/// <summary>
/// A person's word that the file is right where it and the directory say different things: for one row of the file, one
/// column, and the very words that the directory had when they chose. Where it says something else by then, it keeps it.
/// </summary>
internal static class ImportChoice
{
    private const int Shown = 16;

    /// <param name="index">Of the row among all of the file.</param>
    /// <param name="conflict">What the two say.</param>
    public static string Of(int index, MergeConflict conflict)
    {
        var words = $"{conflict.Kept}\n{conflict.Offered}";
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)))[..Shown];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{index}.{StandardColumns.Name(conflict.Column)}.{hash}"
        );
    }
}
