using Connector.Domain;
using Connector.Templates;

namespace Connector.Provisioning;

/// <summary>What a merge did, counted in one sentence: « actualisé : 2 mis à jour, 1 gardé, 1 à trancher ».</summary>
internal static class MergeSentence
{
    public static Text Of(IReadOnlyList<MergeEntry> entries)
    {
        var counts = Enum.GetValues<MergeOutcome>()
            .Select(outcome =>
                (Words: Words(outcome), Count: entries.Count(entry => entry.Outcome == outcome))
            )
            .Where(pair => pair.Count > 0)
            .ToList();
        return counts.Count == 0
            ? new Text("actualisé, rien n'y change", "updated, nothing changes in it")
            : new Text(
                $"actualisé : {string.Join(", ", counts.Select(pair => $"{pair.Count} {pair.Words.French}"))}",
                $"updated: {string.Join(", ", counts.Select(pair => $"{pair.Count} {pair.Words.English}"))}"
            );
    }

    private static Text Words(MergeOutcome outcome) =>
        outcome switch
        {
            MergeOutcome.Kept => new Text("gardé comme écrit", "kept as written"),
            MergeOutcome.Updated => new Text("mis à jour", "brought up to date"),
            MergeOutcome.Conflict => new Text("à trancher (commentaire)", "to settle (comment)"),
            MergeOutcome.Added => new Text("ajouté", "added"),
            MergeOutcome.Removed => new Text("retiré", "taken out"),
            _ => new Text("à retirer peut-être", "candidate for removal"),
        };
}
