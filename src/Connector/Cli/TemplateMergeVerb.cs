using System.CommandLine;
using System.Text.Json;
using Connector.Domain;
using Connector.Provisioning;
using Connector.Reports;
using Connector.Templates;

namespace Connector.Cli;

/// <summary><c>connector template merge BASE MODIFIÉ NOUVEAU --out FICHIER</c></summary>
internal static class TemplateMergeVerb
{
    private sealed record Request(string Base, string Edited, string New, string Output, bool Json);

    public static Command Build(Doorway door, CommonOptions common)
    {
        var before = File(door, "BASE", "Le document tel qu'il a été fait.", "The document as it was made.");
        var edited = File(door, "MODIFIÉ", "Ce que des personnes en ont fait.", "What people made of it.");
        var fresh = File(
            door,
            "NOUVEAU",
            "Le document refait avec les données d'aujourd'hui.",
            "The document made again from today's data."
        );
        var output = TemplateVerb.Output(door);
        output.Required = true;
        var verb = new Command("merge") { before, edited, fresh, output, common.Json };
        verb.SetAction(result =>
            Run(
                door,
                new Request(
                    result.GetRequiredValue(before),
                    result.GetRequiredValue(edited),
                    result.GetRequiredValue(fresh),
                    result.GetRequiredValue(output)!,
                    result.GetValue(common.Json)
                )
            )
        );
        return verb;
    }

    private static Argument<string> File(Doorway door, string name, string french, string english) =>
        new(name) { Description = new Text(french, english).In(door.Language) };

    private static int Run(Doorway door, Request request)
    {
        var files = new[] { request.Base, request.Edited, request.New }
            .Select(path => (Path: path, Bytes: System.IO.File.ReadAllBytes(path)))
            .ToList();
        var merged = DocumentMerge.Merge(files[0].Bytes, files[1].Bytes, files[2].Bytes);
        var culprit = files.Find(file =>
            DocumentMerge.Merge(file.Bytes, file.Bytes, file.Bytes).Problems.Count > 0
        );
        var problems = merged.Problems.Select(problem => Problem(problem, culprit.Path)).ToList();
        door.Complain(problems);
        var isWritten = merged.Problems.Count == 0 && NewFile.Write(door, request.Output, merged.Docx);
        if (request.Json)
        {
            JsonReport.Write(door.Out, Json(request, merged, isWritten, problems, door.Language));
        }
        else if (isWritten)
        {
            Tell(door, request, merged);
        }

        return isWritten ? 0 : 1;
    }

    private static void Tell(Doorway door, Request request, MergedDocument merged)
    {
        var summary = MergeSentence.Of(merged.Entries);
        door.Say(
            new Text(
                $"✓ « {request.Output} » : {summary.French}.",
                $"✓ '{request.Output}': {summary.English}."
            )
        );
        foreach (var entry in merged.Entries)
        {
            door.Say(new Text($"  {entry.French}", $"  {entry.English}"));
        }
    }

    /// <param name="problem">What the merge says.</param>
    /// <param name="path">The file that cannot be opened; null where each can, and they do not belong together.</param>
    private static Problem Problem(TemplateProblem problem, string? path) =>
        new()
        {
            Code = problem.Code,
            Message = path is null
                ? new Text(problem.French, problem.English)
                : new Text($"« {path} » : {problem.French}", $"'{path}': {problem.English}"),
            Remedy = new Text(problem.FrenchRemedy, problem.EnglishRemedy),
        };

    private static object Json(
        Request request,
        MergedDocument merged,
        bool isWritten,
        IReadOnlyList<Problem> problems,
        Language language
    ) =>
        new
        {
            @base = request.Base,
            edited = request.Edited,
            @new = request.New,
            written = isWritten ? request.Output : null,
            counts = merged
                .Entries.GroupBy(entry => entry.Outcome)
                .OrderBy(group => group.Key)
                .ToDictionary(
                    group => JsonNamingPolicy.KebabCaseLower.ConvertName(group.Key.ToString()),
                    group => group.Count()
                ),
            entries = merged.Entries.Select(entry => new
            {
                entry.Outcome,
                place = entry.Where,
                edited = entry.Edited,
                @new = entry.New,
                sentence = language == Language.English ? entry.English : entry.French,
            }),
            problems = problems.Select(problem => JsonReport.Problem(problem, language)),
        };
}
