using Connector.Domain.Chains;
using Connector.Domain.Signatures;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.NUnit;

namespace Connector.Domain.Tests.Signatures;

/// <summary>The register of signatures: nothing is changed in it unseen.</summary>
public sealed class SignatureChainTests
{
    private static readonly DateTimeOffset Now = new(2026, 12, 3, 14, 5, 6, 789, TimeSpan.FromHours(1));

    [FsCheck.NUnit.Property(MaxTest = 200)]
    public Property Whatever_is_changed_taken_out_put_in_or_moved_is_found() =>
        Prop.ForAll(
            (
                from length in Gen.Choose(1, 8)
                from how in Gen.Choose(0, 3)
                from seed in Gen.Choose(0, 9999)
                select (length, how, seed)
            ).ToArbitrary(),
            sample =>
            {
                var chain = Chain(sample.length);
                var at = sample.seed % chain.Count;
                var tampered = Tamper(chain, at, sample.how);
                return SignatureChain.Check(chain) is null
                    && (
                        SignatureChain.Check(tampered) is not null
                        || SignatureChain.Compare(tampered, chain) is not null
                    );
            }
        );

    [Test]
    public void A_line_whose_hash_was_made_anew_breaks_the_next()
    {
        var chain = Chain(3);
        var forged = SignatureChain.Next([], chain[0].Document, Signed("Autre personne"), Now);

        Assert.That(
            SignatureChain.Check([forged, .. chain.Skip(1)]),
            Is.EqualTo(new ChainFault(2, ChainFaultKind.Misplaced))
        );
    }

    [Test]
    public void A_shortened_register_is_found_by_its_copy()
    {
        var chain = Chain(4);

        Assert.That(SignatureChain.Check([.. chain.Take(2)]), Is.Null);
        Assert.That(
            SignatureChain.Compare([.. chain.Take(2)], chain),
            Is.EqualTo(new ChainFault(3, ChainFaultKind.Missing))
        );
        Assert.That(SignatureChain.Compare(chain, [.. chain.Take(2)]), Is.Null);
    }

    [Test]
    public void Fields_cannot_flow_into_one_another()
    {
        var one = SignatureChain.Next(
            [],
            "d",
            Signed("Anne") with
            {
                Organisation = "AB",
                Signatory = "C",
            },
            Now
        );
        var other = SignatureChain.Next(
            [],
            "d",
            Signed("Anne") with
            {
                Organisation = "A",
                Signatory = "BC",
            },
            Now
        );
        var none = SignatureChain.Next([], "d", Signed("Anne") with { Capacity = null }, Now);
        var empty = SignatureChain.Next([], "d", Signed("Anne") with { Capacity = "" }, Now);

        Assert.That(one.Hash, Is.Not.EqualTo(other.Hash));
        Assert.That(none.Hash, Is.Not.EqualTo(empty.Hash));
    }

    [Test]
    public void A_line_is_hashed_as_the_guide_says()
    {
        var record = SignatureChain.Next(
            [],
            "d",
            new Publication("1", "f", "F", [new("F.docx", "h")], "c"),
            Now
        );

        Assert.That(record.At, Is.EqualTo(new DateTimeOffset(2026, 12, 3, 13, 5, 6, TimeSpan.Zero)));
        Assert.That(
            record.Hash,
            Is.EqualTo(
                Sha256(
                    $"1:11:d20:2026-12-03T13:05:06Z64:{HashChain.Beginning}1:11:f11:publication1:F1:c6:F.docx1:h"
                )
            )
        );
    }

    [Test]
    public void The_board_tells_who_signed_who_did_not_and_what_changed_since()
    {
        var chain = new List<SignedRecord>();
        Add(chain, new Publication("1", "f1", "F", [], "c"));
        Add(chain, Signed("Anne") with { Fingerprint = "f1", OrganisationId = "a" });
        Add(chain, new Publication("2", "f2", "F", [], "c"));
        Add(chain, Signed("Bob") with { Fingerprint = "f2", OrganisationId = "b" });
        Add(chain, Signed("Bérénice") with { Fingerprint = "f2", OrganisationId = "b" });

        var board = SignatureBoard.Of(chain, ["a", "b", "c"], "f3");

        Assert.That(board.Published!.Version, Is.EqualTo("2"));
        Assert.That(board.Signatures.Select(act => act.Signatory), Is.EqualTo(new[] { "Bérénice" }));
        Assert.That(board.Waiting, Is.EqualTo(new[] { "a", "c" }));
        Assert.That(board.IsChangedSince, Is.True);
        Assert.That(SignatureBoard.Of(chain, [], "f2").IsChangedSince, Is.False);
        Assert.That(SignatureBoard.Of([], ["a"], "f2").Published, Is.Null);
    }

    private static IReadOnlyList<SignedRecord> Tamper(IReadOnlyList<SignedRecord> chain, int at, int how) =>
        how switch
        {
            0 => [.. chain.Select((line, index) => index == at ? line with { Act = Signed("Faux") } : line)],
            1 => [.. chain.Where((_, index) => index != at)],
            2 => [.. chain.Take(at), chain[at], .. chain.Skip(at)],
            _ =>
            [
                .. chain.Select((line, index) => index == at ? line with { At = line.At.AddDays(1) } : line),
            ],
        };

    private static List<SignedRecord> Chain(int length)
    {
        var chain = new List<SignedRecord>();
        for (var index = 0; index < length; index++)
        {
            Add(chain, Signed($"Personne {index}"));
        }

        return chain;
    }

    private static void Add(List<SignedRecord> chain, SignedAct act) =>
        chain.Add(SignatureChain.Next(chain, "d", act, Now.AddMinutes(chain.Count)));

    private static Signature Signed(string signatory) =>
        new(
            "1",
            "f",
            "ccas",
            "CCAS d'Ormeau",
            signatory,
            "directrice",
            new DateOnly(2026, 12, 3),
            "p.pdf",
            "ab",
            "c"
        );

    private static string Sha256(string text) =>
        Convert.ToHexStringLower(
            System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text))
        );
}
