namespace Connector.Templates;

/// <summary>
/// What opening and filling documents, or reading calendars, leaves behind is collected every few megabytes. The runtime
/// would wait until its youngest generation is as large as the processor's cache, which on a server's processor is a hundred
/// megabytes and more that the machine's other programs (often Nextcloud itself) then do not have.
/// </summary>
public static class Garbage
{
    private const long Most = 8L * 1024 * 1024;

    /// <summary>
    /// From so much on, and half of what is alive, all of it: large objects, answers and files, are collected then alone. A
    /// large heap costs more to look through, and then is so more seldom.
    /// </summary>
    private const long MostForAll = 64L * 1024 * 1024;

    private static long swept;
    private static long sweptAll;

    /// <summary>Call it after each piece of such work: it does something only when enough has come together.</summary>
    public static void Sweep()
    {
        var allocated = GC.GetTotalAllocatedBytes();
        var before = Interlocked.Read(ref swept);
        if (allocated - before < Most || Interlocked.CompareExchange(ref swept, allocated, before) != before)
        {
            return;
        }

        var isAll =
            allocated - Interlocked.Read(ref sweptAll)
            >= Math.Max(MostForAll, GC.GetTotalMemory(forceFullCollection: false) / 2);
        if (isAll)
        {
            Interlocked.Exchange(ref sweptAll, allocated);
        }

        GC.Collect(isAll ? GC.MaxGeneration : 0, GCCollectionMode.Forced, blocking: true);
    }
}
