namespace Connector.Testing.Mutations;

/// <summary>Bytes changed, cut, doubled, put in, without knowing what they mean.</summary>
internal static class ByteMutations
{
    private static readonly byte[] Telling =
    [
        0x00,
        0x01,
        0x7F,
        0x80,
        0xFF,
        (byte)'<',
        (byte)'&',
        (byte)'"',
        (byte)'\n',
    ];

    internal static byte[] Mutate(byte[] bytes, Random random)
    {
        var list = new List<byte>(bytes);
        for (var change = random.Next(1, 9); change > 0 && list.Count > 0; change--)
        {
            Change(list, random);
        }

        return [.. list];
    }

    private static void Change(List<byte> bytes, Random random)
    {
        var at = random.Next(bytes.Count);
        var length = Math.Min(random.Next(1, 200), bytes.Count - at);
        switch (random.Next(7))
        {
            case 0:
                bytes.RemoveRange(at, length);
                break;
            case 1:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            case 2:
                bytes.InsertRange(at, Enumerable.Range(0, length).Select(_ => (byte)random.Next(256)));
                break;
            case 3 when random.Next(4) == 0:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 4:
                bytes[at] = Telling[random.Next(Telling.Length)];
                break;
            case 5:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            default:
                bytes[at] = (byte)random.Next(256);
                break;
        }
    }
}
