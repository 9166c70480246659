using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Connector.Jobs;

/// <summary>A number of each name's own between 0 and 1, always the same: what spreads many like things over time.</summary>
internal static class Spread
{
    public static double Of(string name) =>
        BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(name)))
        / (double)uint.MaxValue;
}
