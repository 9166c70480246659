using Connector.Domain;

namespace Connector.Reports;

/// <summary>How many a shortened list leaves out, in words.</summary>
internal static class Remaining
{
    public static Text Others(int count) =>
        new($"et {count} autre{Plural(count)}", $"and {count} other{Plural(count)}");

    public static Text Lines(int count) =>
        new($"et {count} autre{Plural(count)} ligne{Plural(count)}", $"and {count} more line{Plural(count)}");

    private static string Plural(int count) => count > 1 ? "s" : "";
}
