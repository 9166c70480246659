using System.Buffers;
using System.Text;

namespace Connector.Templates;

/// <summary>
/// A growing page of UTF-8. It can be cut back, which is how what turned out empty disappears. Its memory is borrowed:
/// long documents would else leave so much behind that collecting it costs more than filling them.
/// </summary>
internal sealed class Utf8Buffer(int capacity)
{
    private byte[] bytes = ArrayPool<byte>.Shared.Rent(Math.Max(capacity, 256));

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

    /// <summary>Of text that is known to be ASCII.</summary>
    internal void AppendAscii(ReadOnlySpan<char> text)
    {
        Reserve(text.Length);
        Ascii.FromUtf16(text, bytes.AsSpan(Length), out var written);
        Length += written;
    }

    internal void Append(int number)
    {
        Reserve(11);
        System.Buffers.Text.Utf8Formatter.TryFormat(number, bytes.AsSpan(Length), out var written);
        Length += written;
    }

    /// <summary>Makes room for so many bytes, and some, at once.</summary>
    internal void Expect(long more)
    {
        if (more <= Array.MaxLength - Length - (more / 16))
        {
            Reserve((int)(more + (more / 16)));
        }
    }

    /// <summary>Gives the memory back: nothing that was written may be read afterwards.</summary>
    internal void Return()
    {
        ArrayPool<byte>.Shared.Return(bytes);
        (bytes, Length) = ([], 0);
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
        if (more > bytes.Length - Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(
                Math.Max((int)Math.Min(2L * bytes.Length, Array.MaxLength), checked(Length + more))
            );
            Written.Span.CopyTo(larger);
            bytes = larger;
        }
    }
}
