using Connector.Domain.Workspaces;
using FsCheck.Fluent;

namespace Connector.Domain.Tests.Workspaces;

public class ByteSizeTests
{
    [TestCase("5 Go", 5L << 30)]
    [TestCase("5Go", 5L << 30)]
    [TestCase(" 500 Mo ", 500L << 20)]
    [TestCase("1,5 To", 3L << 39)]
    [TestCase("1.5 TB", 3L << 39)]
    [TestCase("2 ko", 2048)]
    [TestCase("12 octets", 12)]
    [TestCase("illimité", TeamFolderState.Unlimited)]
    [TestCase("ILLIMITE", TeamFolderState.Unlimited)]
    [TestCase("unlimited", TeamFolderState.Unlimited)]
    public void A_size_is_read_as_people_write_it(string words, long bytes) =>
        Assert.That(ByteSize.Parse(words), Is.EqualTo(bytes));

    [TestCase("")]
    [TestCase("5")]
    [TestCase("0 Go")]
    [TestCase("-1 Go")]
    [TestCase("5 litres")]
    [TestCase("0,3 o")]
    [TestCase("2000000 To")]
    [TestCase("999999999999999 To")]
    [TestCase("1,2,3 Go")]
    public void What_is_no_size_is_refused(string words) => Assert.That(ByteSize.Parse(words), Is.Null);

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public FsCheck.Property Written_and_read_back_a_size_is_the_same() =>
        Prop.ForAll(
            Gen.Choose(1, 100_000)
                .SelectMany(number => Gen.Choose(0, 30).Select(shift => (long)number << shift))
                .ToArbitrary(),
            bytes =>
                ByteSize.Parse(ByteSize.French(bytes)) == bytes
                && ByteSize.Parse(ByteSize.English(bytes)) == bytes
        );
}
