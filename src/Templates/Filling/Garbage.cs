namespace Connector.Templates;

/// <summary>
/// What opening and filling documents, or reading calendars, leaves behind is collected every few megabytes. The runtime
/// would wait until its youngest generation is as large as the processor's cache, which on a server's processor is a hundred
/// megabytes and more that the machine's other programs (often Nextcloud itself) then do not have.
/// </summary>
public static class Garbage
{
    private const long Most = 8L * 1024 * 1024;

    /// <summary>Every so many times all of it: large objects, answers and files, are collected then alone.</summary>
    private const int Whole = 8;

    private static long swept;
    private static int times;

    /// <summary>Call it after each piece of such work: it does something only when enough has come together.</summary>
    public static void Sweep()
    {
        var allocated = GC.GetTotalAllocatedBytes();
        var before = Interlocked.Read(ref swept);
        if (allocated - before > Most && Interlocked.CompareExchange(ref swept, allocated, before) == before)
        {
            var isWhole = Interlocked.Increment(ref times) % Whole == 0;
            GC.Collect(isWhole ? GC.MaxGeneration : 0, GCCollectionMode.Forced, blocking: true);
        }
    }
}
