using Connector.Domain.Directories;

namespace Connector.Directories;

/// <summary>A directory that people keep, read for merging: what each row says, and where.</summary>
internal abstract class DirectoryBook
{
    /// <summary>A column of ours that the standard does not have.</summary>
    protected const string ContactHeader = "état";

    /// <summary>What a row that was added says there: somebody to meet, not yet a member.</summary>
    protected const string ToMeet = "à rencontrer";

    /// <summary>In the order of the file.</summary>
    public required IReadOnlyList<BookRow> Rows { get; init; }

    /// <summary>
    /// The file with words in cells that were empty and with rows added at its end; all else stands as it stood. Columns that
    /// are wanted and not there are added on the right.
    /// </summary>
    /// <param name="filled">For rows by their place in <see cref="Rows"/>.</param>
    /// <param name="added">New rows.</param>
    /// <param name="replaced">Cells whose words somebody chose to replace.</param>
    public abstract byte[] With(
        IReadOnlyList<(int Index, IReadOnlyDictionary<StandardColumn, string> Words)> filled,
        IReadOnlyList<PlaceRecord> added,
        IReadOnlyList<ReplacedCell> replaced
    );

    /// <summary>The columns that are wanted.</summary>
    protected static IReadOnlyList<StandardColumn> Wanted(
        IReadOnlyList<(int Index, IReadOnlyDictionary<StandardColumn, string> Words)> filled,
        IReadOnlyList<PlaceRecord> added
    ) =>
        [
            .. filled
                .SelectMany(one => one.Words.Keys)
                .Concat(added.SelectMany(place => place.Filled))
                .Distinct()
                .Order(),
        ];
}

/// <summary>A cell of the directory that says something else from now on.</summary>
/// <param name="Index">Of the row, by its place in <see cref="DirectoryBook.Rows"/>.</param>
/// <param name="Column">Which column; it is there, for it says something.</param>
/// <param name="Words">What it says from now on.</param>
internal sealed record ReplacedCell(int Index, StandardColumn Column, string Words);

/// <summary>A row of a directory.</summary>
/// <param name="Line">Its number in the file or sheet.</param>
/// <param name="Place">What it says.</param>
internal sealed record BookRow(int Line, PlaceRecord Place);

/// <summary>The header of a directory: which column stands where, and where a new one goes.</summary>
internal sealed class BookHeader
{
    private readonly Dictionary<StandardColumn, int> _columns = [];

    public BookHeader(IReadOnlyList<string> headers, string contact)
    {
        for (var index = 0; index < headers.Count; index++)
        {
            if (StandardHeaders.Find(headers[index]) is { } column)
            {
                _columns.TryAdd(column, index);
            }

            if (Domain.Folded.Key(headers[index]) == Domain.Folded.Key(contact))
            {
                Contact ??= index;
            }
        }

        Next = headers.Count;
    }

    public int? Contact { get; private set; }

    private int Next { get; set; }

    public IReadOnlyDictionary<StandardColumn, int> Columns => _columns;

    /// <summary>Makes room for columns that are not there; gives the headers to write.</summary>
    public IReadOnlyList<(int Index, string Header)> Add(
        IReadOnlyList<StandardColumn> wanted,
        string? contact
    )
    {
        var added = new List<(int, string)>();
        foreach (var column in wanted.Where(column => !_columns.ContainsKey(column)))
        {
            added.Add((Next, StandardColumns.Name(column)));
            _columns[column] = Next++;
        }

        if (contact is not null && Contact is null)
        {
            added.Add((Next, contact));
            Contact = Next++;
        }

        return added;
    }

    /// <summary>What the cells of a row say.</summary>
    public PlaceRecord Read(Func<int, string> cell) =>
        PlaceReading.Of(_columns.Select(pair => KeyValuePair.Create(pair.Key, cell(pair.Value)))).Place;
}
