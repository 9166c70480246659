using Connector.Cli;
using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.Reports;

namespace Connector.Connector.Tests.Reports;

/// <summary>What an administrator reads.</summary>
internal sealed class AccessReportTests
{
    [Test]
    public void Groups_are_told_by_folder_and_below_it_only_where_they_differ() =>
        Assert.That(
            Written(
                Language.French,
                Report() with
                {
                    Groups =
                    [
                        new GroupAccess("gt", "GT", 15, 12),
                        new GroupAccess("animation", "GT", 31, 1),
                        new GroupAccess("gt", "GT/Lire", 1, 12),
                        new GroupAccess("animation", "GT/Lire", 31, 1),
                        new GroupAccess("gt", "GT/Lire/Même", 1, 12),
                        new GroupAccess("animation", "GT/Lire/Même", 31, 1),
                        new GroupAccess("animation", "GT/Clos", 31, 1),
                    ],
                }
            ),
            Is.EqualTo(
                """
                GT
                  gt (12 pers.) : écriture
                  animation (1 pers.) : gestion
                GT/Lire
                  gt (12 pers.) : lecture
                GT/Clos
                  gt (12 pers.) : aucun accès

                """
            )
        );

    [Test]
    public void A_person_is_told_each_folder_with_its_reason_then_the_proof_and_the_hazards() =>
        Assert.That(
            Written(
                Language.English,
                Report() with
                {
                    Subject = "ines",
                    IsPerson = true,
                    Entries = [new AccessEntry("ines", "GT", 7, [new Text("parce que", "because")])],
                    Witness = "ines",
                    Proofs =
                    [
                        new AccessProof("GT", 15, 5, IsMount: true),
                        new AccessProof("GT/A", 1, 0, IsMount: false),
                    ],
                    Hazards = [new AccessHazard("a-code", "GT", new Text("attention", "mind"))],
                }
            ),
            Is.EqualTo(
                """
                ines
                  GT : read, update, create — because

                Proved by asking the server as ines: 1 folders of 2
                  ✓ GT : write, proved
                  ✗ GT/A : computed read, the server says otherwise: no access

                To watch
                  ! mind (a-code)

                """
            )
        );

    private static AccessReport Report() => new() { Territory = "Vallon" };

    private static string Written(Language language, AccessReport report)
    {
        using var output = new StringWriter();
        var door = new Doorway(output, output, language, TimeProvider.System)
        {
            Input = TextReader.Null,
            Environment = _ => null,
        };
        report.Write(door.Out, language);
        return output.ToString();
    }
}
