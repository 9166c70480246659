using Connector.Conversion;
using Connector.Domain;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;

namespace Connector.Invitations;

/// <summary>Letters in a folder of this machine.</summary>
internal sealed class LetterFolder(string folder, LibreOffice? office) : ILetterPlace
{
    public IReadOnlySet<string>? Accounts => null;

    public async Task<(PlacedLetter? Letter, Problem? Problem)> PutAsync(
        Organisation organisation,
        Func<string, byte[]> compose,
        CancellationToken ct
    )
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, LetterNames.Of(organisation));
        if (File.Exists(path))
        {
            return (new PlacedLetter(path, await File.ReadAllBytesAsync(path, ct), IsNew: false), null);
        }

        var docx = compose(LetterNames.Key(organisation));
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        await file.WriteAsync(docx, ct);
        return (new PlacedLetter(path, docx, IsNew: true), null);
    }

    public async Task<(IReadOnlyList<string> Forms, IReadOnlyList<Problem> Problems)> ConvertAsync(
        Organisation organisation,
        PlacedLetter letter,
        CancellationToken ct
    )
    {
        if (office is null)
        {
            return ([], [ConversionProblems.NoConverterAnywhere]);
        }

        var (forms, problems) = (new List<string>(), new List<Problem>());
        foreach (var form in LetterNames.Forms)
        {
            var path = Path.ChangeExtension(letter.Path, form.Extension);
            if (File.Exists(path))
            {
                if (File.GetLastWriteTimeUtc(path) < File.GetLastWriteTimeUtc(letter.Path))
                {
                    problems.Add(InvitationProblems.Older(path));
                }

                continue;
            }

            var converted = await office.Convert(letter.Docx, form, ct);
            if (converted.Bytes is not { } bytes)
            {
                problems.Add(converted.Problem!);
                continue;
            }

            await File.WriteAllBytesAsync(path, bytes, ct);
            forms.Add(path);
        }

        return (forms, problems);
    }
}

/// <summary>How letters are called.</summary>
internal static class LetterNames
{
    /// <summary>In the coordinators' folder.</summary>
    public const string Folder = "Invitations";

    public static IReadOnlyList<TargetFormat> Forms { get; } = [TargetFormat.Pdf, TargetFormat.Odt];

    public static string Of(Organisation organisation) =>
        FileName.Safe($"Invitation – {organisation.Name} ({organisation.Id}).docx");

    /// <summary>In the ledger.</summary>
    public static string Key(Organisation organisation) => $"invitation:{organisation.Id}";
}
