using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.Reports;

namespace Connector.Provisioning;

/// <summary>A sealed plan on disk.</summary>
internal static class SealedPlanFile
{
    /// <summary>Some 200,000 lines: a file above is not a plan.</summary>
    private const long MostBytes = 64 * 1024 * 1024;

    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Writes the whole file or none of it; a file that is not a sealed plan is never replaced.</summary>
    /// <returns>What kept it from being written; null when it was.</returns>
    public static Problem? Save(string path, SealedPlan plan)
    {
        if (File.Exists(path) && Load(path).Plan is null)
        {
            return Problem(
                "not-a-plan",
                $"« {path} » existe et n'est pas un plan scellé : il n'est pas remplacé.",
                $"'{path}' exists and is no sealed plan: it is not replaced.",
                "Donnez un autre nom.",
                "Give another name."
            );
        }

        var whole = $"{path}.part";
        File.WriteAllText(whole, JsonSerializer.Serialize(plan.Sealed(), Options));
        File.Move(whole, path, overwrite: true);
        return null;
    }

    public static (SealedPlan? Plan, Problem? Problem) Load(string path)
    {
        try
        {
            if (new FileInfo(path).Length > MostBytes)
            {
                return (null, Damaged(path, "il est trop gros", "it is too large"));
            }

            var plan = JsonSerializer.Deserialize<SealedPlan>(File.ReadAllText(path), Options);
            return plan switch
            {
                null => (null, Damaged(path, "il est vide", "it is empty")),
                { Version: not SealedPlan.CurrentVersion } => (
                    null,
                    Damaged(path, "il vient d'une autre version de Connector", "it is of another version")
                ),
                { IsIntact: false } => (
                    null,
                    Damaged(
                        path,
                        "il a été modifié après avoir été scellé",
                        "it was changed after it was sealed"
                    )
                ),
                _ => (plan, null),
            };
        }
        catch (JsonException)
        {
            return (null, Damaged(path, "ce n'est pas un plan scellé", "it is no sealed plan"));
        }
        catch (FileNotFoundException)
        {
            return (null, Damaged(path, "il n'existe pas", "it does not exist"));
        }
    }

    /// <summary>The server or the file moved since the plan was sealed.</summary>
    public static Problem Moved(IReadOnlyList<Text> differences)
    {
        const int Shown = 10;
        var shown = differences.Take(Shown).ToList();
        var rest = differences.Count - shown.Count;
        var more = Remaining.Others(rest);
        return Problem(
            "plan-moved",
            "Le plan scellé n'est plus celui d'aujourd'hui, rien n'a été fait. Ce qui a changé : "
                + string.Join(" ; ", shown.Select(text => text.French))
                + (rest > 0 ? $" ; {more.French}." : "."),
            "The sealed plan is not today's any more, nothing was done. What changed: "
                + string.Join("; ", shown.Select(text => text.English))
                + (rest > 0 ? $"; {more.English}." : "."),
            "Refaites un plan avec « connector plan --out », relisez-le, appliquez-le.",
            "Make a plan again with 'connector plan --out', read it, apply it."
        );
    }

    private static Problem Damaged(string path, string french, string english) =>
        Problem(
            "unreadable-plan",
            $"Le plan « {path} » ne peut pas être appliqué : {french}.",
            $"The plan '{path}' cannot be applied: {english}.",
            "Refaites-le avec « connector plan --out ».",
            "Make it again with 'connector plan --out'."
        );

    private static Problem Problem(
        string code,
        string french,
        string english,
        string remedyFrench,
        string remedyEnglish
    ) =>
        new()
        {
            Code = code,
            Message = new Text(french, english),
            Remedy = new Text(remedyFrench, remedyEnglish),
        };
}
