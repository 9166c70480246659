using Connector.Domain;
using Connector.TerritoryFiles;
using Connector.TerritoryFiles.Tables;

namespace Connector.Directories;

/// <summary>Writes a file with records back, when it says nothing that cannot be read and was not wrong before.</summary>
internal static class RecordWriting
{
    /// <returns>What kept it from being written; none when it was.</returns>
    public static async Task<IReadOnlyList<Problem>> SaveAsync(
        IOwnDirectory directory,
        byte[] after,
        CancellationToken ct
    )
    {
        var worse = new RecordBook(directory.ShownAs, after).IsTerritory
            ? TerritoryDraftFile.Judge(directory.ShownAs, after)
            : Worse(directory, after);
        return worse.Count > 0 ? worse
            : await directory.SaveAsync(after, ct) is { } problem ? [problem]
            : [];
    }

    /// <summary>What would be wrong with the file that is not wrong with it now.</summary>
    private static List<Problem> Worse(IOwnDirectory directory, byte[] after)
    {
        var before = Wrong(directory.ShownAs, directory.Bytes)
            .Select(problem => (problem.Code, problem.Place))
            .ToHashSet();
        return
        [
            .. Wrong(directory.ShownAs, after)
                .Where(problem => !before.Contains((problem.Code, problem.Place))),
        ];
    }

    private static IReadOnlyList<Problem> Wrong(string file, byte[] bytes)
    {
        var problems = new ProblemList(file);
        DirectoryFile.Read(file, bytes, problems, [], [], []);
        return problems.Errors;
    }
}
