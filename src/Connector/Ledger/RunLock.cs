using Connector.Domain;

namespace Connector.Ledger;

/// <summary>
/// One run at a time over a ledger: an open file beside it that nobody else can open. The system releases it when
/// the process ends, however it ends.
/// </summary>
internal sealed class RunLock : IDisposable
{
    /// <summary>ERROR_SHARING_VIOLATION, and EWOULDBLOCK on Linux and macOS: what a file that is held answers.</summary>
    private static readonly int[] HeldCodes = [unchecked((int)0x80070020), 11, 35];

    private readonly FileStream _file;

    private RunLock(FileStream file) => _file = file;

    /// <returns>The lock, or null when another run holds it.</returns>
    /// <exception cref="LedgerException">The folder of the ledger cannot be written.</exception>
    public static RunLock? TryTake(string ledgerPath)
    {
        var path = $"{ledgerPath}.lock";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            return new RunLock(
                new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None)
            );
        }
        catch (IOException error) when (HeldCodes.Contains(error.HResult))
        {
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new LedgerException(ledgerPath, error);
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
