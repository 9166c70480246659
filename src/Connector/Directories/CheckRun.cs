using Connector.Domain;
using Connector.Reports;
using Connector.Templates.Spreadsheets;

namespace Connector.Directories;

/// <summary>
/// <c>connector directory check</c>, and what each <c>apply</c> does for a directory on Nextcloud: everything that is to be verified,
/// and the column that says so.
/// </summary>
/// <param name="directory">The directory.</param>
/// <param name="doubts">What is to be told of it.</param>
internal sealed class CheckRun(IOwnDirectory directory, IReadOnlyList<Problem> doubts)
{
    /// <param name="writes">Whether the column is written; else the report alone.</param>
    /// <param name="ct">Stops.</param>
    public async Task<CheckView> RunAsync(bool writes, CancellationToken ct)
    {
        var view = new CheckView { File = directory.ShownAs, Doubts = doubts };
        if (!directory.IsThere || After() is not { Rows: > 0 } after)
        {
            return view;
        }

        view = view with { Rows = after.Rows };
        if (!writes)
        {
            return view;
        }

        return await directory.SaveAsync(after.Bytes, ct) is { } problem
            ? view with
            {
                Problems = [problem],
            }
            : view with
            {
                IsWritten = true,
            };
    }

    /// <summary>A workbook that cannot be read is told already, and nothing can be written into it.</summary>
    private CheckedFile? After()
    {
        try
        {
            return CheckColumn.Write(directory.ShownAs, directory.Bytes, doubts);
        }
        catch (SpreadsheetException)
        {
            return null;
        }
    }
}
