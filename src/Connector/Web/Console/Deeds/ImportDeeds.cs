using Connector.Directories;
using Connector.Domain.Auditing;
using Connector.Domain.Directories;
using Connector.Provisioning;
using Connector.Reports;
using Connector.TerritoryFiles;
using Connector.Web.Console.Pages;

namespace Connector.Web.Console.Deeds;

/// <summary>Importing organisations in two steps: a file is sent and looked at, then what was chosen is written.</summary>
internal static class ImportDeeds
{
    public const string Path = "/annuaire/import";

    /// <summary>The form around the file is small.</summary>
    public const long LargestForm = Uploads.Largest + (64 * 1024);

    /// <summary>The field with the name of the directory to import into, where the territory has several beside its file.</summary>
    public const string Into = "dans";

    private static readonly string[] Kinds = [".csv", ".json", ".vcf", ".xlsx"];

    /// <summary>For whom a file is kept.</summary>
    public static string Whose(string account, PageScope page) =>
        Uploads.Whose(account, page, AuditActions.ImportSent);

    public static async Task<DeedResult> SendAsync(Deed deed)
    {
        if (deed.Form.Files["fichier"] is not { Length: > 0 } file)
        {
            return Wrong(deed, "Choisissez un fichier.", "Choose a file.");
        }

        if (file.Length > Uploads.Largest)
        {
            return Wrong(deed, "Ce fichier dépasse 5 Mo.", "This file is larger than 5 MB.");
        }

        if (!Kinds.Contains(System.IO.Path.GetExtension(file.FileName).ToLowerInvariant()))
        {
            return Wrong(
                deed,
                "Ce fichier n'est ni un .csv, ni un .json, ni un .vcf, ni un .xlsx.",
                "This file is neither a .csv nor a .json, .vcf or .xlsx."
            );
        }

        var uploads = deed.Http.RequestServices.GetRequiredService<Uploads>();
        var upload = await uploads.KeepAsync(Whose(deed.Account, deed.Page), file, deed.Ct);
        return deed.Go(At(upload, deed.Text(Into)));
    }

    public static async Task<DeedResult> ApplyAsync(Deed deed)
    {
        var uploads = deed.Http.RequestServices.GetRequiredService<Uploads>();
        if (uploads.Find(Whose(deed.Account, deed.Page), deed.Page.Route("key")) is not { } upload)
        {
            return deed.Trouble(
                Path,
                "Ce fichier n'est plus là : envoyez-le de nouveau.",
                "That file is here no more: send it again."
            );
        }

        if (deed.IsTicked("abandonner"))
        {
            Uploads.Forget(upload);
            return deed.Done(Path, "Rien n'a été importé.", "Nothing was imported.");
        }

        var request = Request(deed, upload);
        var owner = deed.Page.Owner!;
        var (view, problems) = await deed
            .Http.RequestServices.GetRequiredService<ConsoleWork>()
            .RunAsync(
                owner,
                async (open, ct) =>
                {
                    var wrong = new ProblemList(owner.File);
                    return open.DirectoriesOf(owner.File).Own(wrong, deed.Text(Into)) is { } directory
                        ? await new ImportRun(request, directory).RunAsync(ct)
                        : ImportView.Refused(request.File, [], wrong.Errors);
                }
            );
        if (view is null || view.Problems.Count > 0)
        {
            return deed.Trouble(At(upload, deed.Text(Into)), view?.Problems ?? problems);
        }

        Uploads.Forget(upload);
        return deed.Done("/annuaire", Told(view, french: true), Told(view, french: false));
    }

    private static string At(Upload upload, string into) =>
        into.Length > 0 ? $"{Path}/{upload.Key}?{Into}={Uri.EscapeDataString(into)}" : $"{Path}/{upload.Key}";

    private static ImportRequest Request(Deed deed, Upload upload) =>
        new()
        {
            File = upload.Path,
            Today = TerritoryDay.Now(
                deed.Http.RequestServices.GetRequiredService<TimeProvider>(),
                deed.Page.Read.Reading?.Territory.TimeZone ?? "Europe/Paris"
            ),
            Yes = true,
            AddAlike = deed.IsTicked("semblables"),
            Source = deed.Text("source") is { Length: > 0 } source ? source : null,
            Licence = deed.Text("licence") is { Length: > 0 } licence ? licence : null,
            Theirs = deed.All("prendre").ToHashSet(StringComparer.Ordinal),
        };

    private static string Told(ImportView view, bool french)
    {
        var results = view.Merged!.Results;
        var added = results.Count(result => result.New is not null);
        var filled = results.Count(result => result.New is null && result.Filled.Count > 0);
        return french
            ? $"Import fait : {added} ajoutées, {filled} complétées, {view.Replaced} valeurs remplacées comme vous l'avez choisi."
            : $"Imported: {added} added, {filled} completed, {view.Replaced} values replaced as you chose.";
    }

    private static DeedResult Wrong(Deed deed, string french, string english) =>
        DeedResult.Again<ImportPage>(
            new FormTrouble(deed.Form)
            {
                Wrong = new Dictionary<string, string> { ["fichier"] = deed.Page.Say(french, english) },
            }
        );
}
