using Connector.Domain;

namespace Connector.Ledger;

/// <summary>
/// One run at a time over a ledger: an open file beside it that nobody else can open. The system releases it when
/// the process ends, however it ends.
/// </summary>
internal sealed class RunLock : IDisposable
{
    private readonly FileStream _file;

    private RunLock(FileStream file) => _file = file;

    /// <returns>The lock, or null when another run holds it.</returns>
    public static RunLock? TryTake(string ledgerPath)
    {
        var path = $"{ledgerPath}.lock";
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        try
        {
            return new RunLock(
                new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None)
            );
        }
        catch (IOException)
        {
            return null;
        }
    }

    public static Problem Held { get; } =
        new()
        {
            Code = "run-in-progress",
            Message = new Text(
                "Un autre passage est en cours sur ce territoire.",
                "Another run is under way over this territory."
            ),
            Remedy = new Text(
                "Attendez qu'il se termine, puis recommencez.",
                "Wait until it ends, then try again."
            ),
        };

    public void Dispose() => _file.Dispose();
}
