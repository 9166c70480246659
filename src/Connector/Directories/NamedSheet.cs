using Connector.Domain;
using Connector.Templates.Spreadsheets;

namespace Connector.Directories;

/// <summary>A sheet of a workbook by what people call it, and by the columns that it has to have.</summary>
internal static class NamedSheet
{
    /// <param name="workbook">Open.</param>
    /// <param name="name">What the folded name begins with.</param>
    /// <param name="needs">For each column that must be there, the labels it may have.</param>
    /// <returns>Its index and its header; null where there is none.</returns>
    public static (int Sheet, SheetHeader Header)? Find(
        WorkbookFile workbook,
        string name,
        IReadOnlyList<IReadOnlyList<string>> needs
    )
    {
        for (var sheet = 0; sheet < workbook.SheetNames.Count; sheet++)
        {
            if (
                Folded.Key(workbook.SheetNames[sheet]).StartsWith(name, StringComparison.Ordinal)
                && SheetHeader.Find(workbook.Rows(sheet), needs) is { } header
            )
            {
                return (sheet, header);
            }
        }

        return null;
    }

    /// <summary>What an organisation is called in rows about it: its name, as people write it, where no other has the same.</summary>
    /// <param name="id">Its identifier, which it is called otherwise.</param>
    /// <param name="names">Of all, by their identifiers.</param>
    public static string Called(string id, IReadOnlyDictionary<string, string> names)
    {
        var key = Folded.Key(names[id]);
        return names.Values.Count(name => Folded.Key(name) == key) == 1 ? names[id] : id;
    }
}
