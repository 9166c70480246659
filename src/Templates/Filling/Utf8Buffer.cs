using System.Text;

namespace Connector.Templates;

/// <summary>A growing page of UTF-8. It can be cut back, which is how what turned out empty disappears.</summary>
internal sealed class Utf8Buffer(int capacity)
{
    private byte[] bytes = new byte[Math.Max(capacity, 256)];

    internal int Length { get; private set; }

    internal ReadOnlyMemory<byte> Written => bytes.AsMemory(0, Length);

    internal void Append(ReadOnlySpan<byte> utf8)
    {
        Reserve(utf8.Length);
        utf8.CopyTo(bytes.AsSpan(Length));
        Length += utf8.Length;
    }

    /// <summary>Lone surrogates become U+FFFD.</summary>
    internal void Append(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return;
        }

        Reserve(Encoding.UTF8.GetMaxByteCount(text.Length));
        Length += Encoding.UTF8.GetBytes(text, bytes.AsSpan(Length));
    }

    internal void Append(int number)
    {
        Reserve(11);
        System.Buffers.Text.Utf8Formatter.TryFormat(number, bytes.AsSpan(Length), out var written);
        Length += written;
    }

    internal void CutBackTo(int length) => Length = length;

    internal void CutOut(int start, int length)
    {
        bytes.AsSpan(start + length, Length - start - length).CopyTo(bytes.AsSpan(start));
        Length -= length;
    }

    internal bool EndsWith(ReadOnlySpan<byte> utf8) => Written.Span.EndsWith(utf8);

    internal bool ContainsSince(int start, ReadOnlySpan<byte> utf8) =>
        Written.Span[start..].IndexOf(utf8) >= 0;

    private void Reserve(int more)
    {
        if (Length + more > bytes.Length)
        {
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, Length + more));
        }
    }
}
